"""All rule stages in their order, on stories whose plain attributions are given."""

import datetime
import itertools

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.growth import assert_linear

import diplotext
from diplotext.attribution.build import build_attribution, kind_of
from diplotext.attribution.complete import STAGES, complete_attributions
from diplotext.body.quotation import find_quotations
from diplotext.body.token import tokenize
from diplotext.model import Passage, Reason

LEARNED = Reason(stage="learned", evidence="test")


def said(text, *, content, cue=None, source=None, after=0, confidence=0.9):
    """An attribution by its strings, looked for from ``after`` on."""

    def find(part):
        at = text.index(part, after)
        return at, at + len(part)

    return build_attribution(
        text,
        [find(part) for part in ([content] if isinstance(content, str) else content)],
        cue=find(cue) if cue else None,
        source=find(source) if source else None,
        reason=LEARNED,
        confidence=confidence,
    )


def complete(text, *learned, published=None, headline=False):
    ranges, pos = [], 0
    for paragraph in text.split("\n\n"):
        ranges.append((pos, pos + len(paragraph)))
        pos += len(paragraph) + 2
    tables = tokenize(text, ranges)
    return complete_attributions(
        text,
        tables[1:] if headline else tables,
        find_quotations(text, ranges),
        learned,
        headline=tables[0] if headline else None,
        published=published,
    )


def contents(attribution):
    return [passage.text for passage in attribution.content]


def test_a_split_quotation_is_one():
    text = "“We go,” Reyes said on Monday. “We never stop.” Ships wait."
    found = complete(text, said(text, content="“We go,”", cue="said", source="Reyes"))
    assert [contents(a) for a in found] == [["“We go,”", "“We never stop.”"]]
    assert found[0].kind == "direct"
    assert found[0].date_text.text == "on Monday"


def test_a_quotation_with_a_cue_clause_of_its_own_is_not_joined():
    text = "“We go,” Reyes said. “We never stop,” Marsh added."
    first = said(text, content="“We go,”", cue="said", source="Reyes")
    second = said(text, content="“We never stop,”", cue="added", source="Marsh")
    assert contents(complete(text, first)[0]) == ["“We go,”"]
    assert len(complete(text, first, second)) == 2


def test_a_quotation_after_another_sentence_is_not_joined():
    text = "“We go,” Reyes said. He paused for breath. “We never stop.”"
    found = complete(text, said(text, content="“We go,”", cue="said", source="Reyes"))
    assert contents(found[0]) == ["“We go,”"]


def test_a_bare_quotation_inherits_its_speaker():
    text = "“We go,” said Reyes.\n\n“We never stop, not for a day.”\n\n“Not even for an hour.”\n\nShips wait."
    found = complete(text, said(text, content="“We go,”", cue="said", source="Reyes"))
    assert {contents(a)[0] for a in found} == {
        "“We go,”",
        "“We never stop, not for a day.”",
        "“Not even for an hour.”",
    }
    heirs = [a for a in found if a.reason.stage == "inherited"]
    assert len(heirs) == 2
    assert all(a.cue is None and a.source.text == "Reyes" and a.kind == "direct" for a in heirs)


def test_after_a_question_the_other_speaker_answers():
    text = "“We go,” said Marsh.\n\nReyes asked: “When do you sail?”\n\n“On Friday at noon.”"
    first = said(text, content="“We go,”", cue="said", source="Marsh")
    second = said(text, content="“When do you sail?”", cue="asked", source="Reyes")
    found = complete(text, first, second)
    heir = next(a for a in found if a.reason.stage == "inherited")
    assert (heir.source.text, heir.reason.evidence) == ("Marsh", "turn after a question")


def test_a_question_may_have_its_cue_behind_it():
    text = "“We go,” said Marsh.\n\n“For how long?” asked Reyes.\n\n“Until June.”"
    first = said(text, content="“We go,”", cue="said", source="Marsh")
    second = said(text, content="“For how long?”", cue="asked", source="Reyes")
    heirs = [a for a in complete(text, first, second) if a.reason.stage == "inherited"]
    assert [(a.source.text, contents(a)) for a in heirs] == [("Marsh", ["“Until June.”"])]


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” said Reyes.\n\n'A hard choice.'",  # a crosshead in other marks
        "“We go,” said Reyes.\n\n“We never stop,” is painted on the wall.",
        "“We go,” said Reyes.\n\nShips wait.\n\n“We never stop, not for a day.”",
        "“We go,” said Reyes. The mayor left the room at once.\n\n“We never stop, not for a day.”",
        "“We go,” said Reyes.\n\n“Stop.”",
    ],
)
def test_nothing_is_inherited(text):
    found = complete(text, said(text, content="“We go,”", cue="said", source="Reyes"))
    assert [a.reason.stage for a in found] == ["learned"]


def test_the_headline_knows_the_speakers_of_the_body():
    text = "Ships to sail on Friday: Reyes\n\nShips will sail, union leader Tom Reyes said."
    plain = said(text, content="Ships will sail", cue="said", source="union leader Tom Reyes")
    found = complete(text, plain, headline=True)
    assert [(a.zone, a.source.text) for a in found] == [
        ("headline", "Reyes"),
        ("body", "union leader Tom Reyes"),
    ]
    assert len(complete(text, plain)) == 1


@pytest.mark.parametrize(
    ("cue", "confidence", "count"),
    [
        ("crossed", 0.4, 0),  # no word of saying
        ("crossed", 0.6, 1),
        ("warned of", 0.4, 1),
    ],
)
def test_little_chance_and_no_word_of_saying(cue, confidence, count):
    text = f"The union {cue} a hospital."
    given = said(text, content="a hospital", cue=cue, source="The union")
    assert len(complete(text, evolve(given, confidence=confidence))) == count


@pytest.mark.parametrize(
    ("text", "count"), [("Shares of Norland Claims (NC) fell.", 0), ("Norland Claims Victory.", 1)]
)
def test_a_verb_that_is_a_name(text, count):
    content = "(NC) fell" if count == 0 else "Victory"
    given = evolve(said(text, content=content, cue="Claims", source="Norland"), confidence=0.6)
    assert len(complete(text, given)) == count


def test_a_rule_takes_the_place_of_what_was_learned_of_its_line():
    text = "Ships to sail on Friday: Reyes\n\nShips will sail, union leader Tom Reyes said."
    plain = said(text, content="Ships will sail", cue="said", source="union leader Tom Reyes")
    wrong = said(text, content="Reyes", cue=":", source="Ships")
    found = complete(text, wrong, plain, headline=True)
    assert [contents(a) for a in found] == [["Ships to sail on Friday"], ["Ships will sail"]]


@pytest.mark.parametrize(
    ("line", "relayed"),
    [
        (
            '"Many work against change," Ruiz told the council, according to prepared remarks.',
            ("Ruiz", "told", '"Many work against change,"'),
        ),
        (
            '"It is an idea worth considering," he said in Lima, according to the Lunda Daily.',
            ("he", "said", '"It is an idea worth considering,"'),
        ),
        ("Ships will sail on Friday, according to prepared remarks.", None),
        ('"Many work against change," Ruiz told the council.', None),
    ],
)
def test_what_another_relays_is_an_attribution_of_its_own(line, relayed):
    found = diplotext.parse(f"OSLO (AP) - {line}\n").attributions
    nested = [(a.source.text, a.cue.text, a.content[0].text) for a in found if a.parent]
    assert nested == ([relayed] if relayed else [])
    assert len(found) == len(nested) + 1


def test_speech_inside_a_turn_stays_and_has_the_turn_as_parent():
    text = "Two men met.\n\nREYES: Marsh said the ships would sail.\n\nMARSH: So I did, yes.\n\nREYES: Well then."
    inner = said(text, content="the ships would sail", cue="said", source="Marsh")
    found = complete(text, inner)
    turn, own = found[0], found[1]
    assert contents(turn) == ["Marsh said the ships would sail."]
    assert contents(own) == ["the ships would sail"]
    assert own.parent.span == turn.span


def test_a_relayed_saying_has_its_speaker_and_its_medium():
    text = "TASS quoted the mayor as saying ships would sail."
    found = complete(
        text,
        said(text, content="the mayor as saying ships would sail", cue="quoted", source="TASS"),
    )
    assert (found[0].source.text, found[0].medium.text) == ("the mayor", "TASS")
    assert contents(found[0]) == ["ships would sail"]
    assert found[0].cue.text == "quoted"


def test_a_passive_relay_keeps_its_source():
    text = "Ships would sail, Reyes was quoted by the Harbour Times as saying."
    found = complete(text, said(text, content="Ships would sail", cue="was quoted", source="Reyes"))
    assert (found[0].source.text, found[0].medium.text) == ("Reyes", "the Harbour Times")


def test_a_known_medium_that_cites_is_the_medium():
    text = "Ships would sail, Interfax reported, citing the mayor."
    found = complete(
        text, said(text, content="Ships would sail", cue="reported", source="Interfax")
    )
    assert (found[0].source.text, found[0].medium.text) == ("the mayor", "Interfax")
    text = "Ships would sail, Reyes said, citing the mayor."
    found = complete(text, said(text, content="Ships would sail", cue="said", source="Reyes"))
    assert (found[0].source.text, found[0].medium) == ("Reyes", None)


def test_the_cue_printed_twice_leaves_no_empty_content():
    article = diplotext.parse("It rose.\n\n[The candidate|-] said said ")
    assert all(part.text for a in article.attributions for part in a.content)


def test_circumstances_and_the_cue_without_them():
    text = "Ships will sail, Reyes told reporters at a rally in Ellery on Tuesday. Marsh waved on Friday."
    given_ = said(text, content="Ships will sail", cue="told reporters", source="Reyes")
    found = complete(text, given_, published=datetime.date(2021, 9, 10))[0]
    assert found.cue.text == "told"
    assert (found.cue.lemma, found.cue.stance) == ("tell", "neutral")
    assert found.addressee.text == "reporters"
    assert found.occasion.text == "at a rally in Ellery"
    assert found.date == datetime.date(2021, 9, 7)
    assert found.end == text.index(". Marsh")


def test_circumstances_before_the_source():
    text = "Speaking at a rally on Tuesday, Reyes said ships would sail on Friday."
    given_ = said(text, content="ships would sail on Friday", cue="said", source="Reyes")
    found = complete(text, given_)[0]
    assert (found.occasion.text, found.date_text.text) == ("at a rally", "on Tuesday")
    assert found.start == text.index("at a rally")
    assert found.date is None


def test_what_stands_in_the_content_is_not_the_day_of_the_saying():
    text = "Reyes said ships would sail on Friday."
    given_ = said(text, content="ships would sail on Friday", cue="said", source="Reyes")
    assert complete(text, given_)[0].date_text is None


def test_kinds():
    text = "“We go now,” and so on, they say."
    quotations = find_quotations(text, [(0, len(text))])
    for span, kind in [((0, 12), "direct"), ((0, 23), "mixed"), ((13, 23), "indirect")]:
        assert kind_of(text, [Passage(text, *span)], quotations) == kind


def test_a_field_of_the_learned_stage_is_kept():
    text = "Ships will sail, Reyes said."
    given_ = evolve(
        said(text, content="Ships will sail", cue="said", source="Reyes"), confidence=0.5
    )
    found = complete(text, given_)[0]
    assert (found.confidence, found.reason) == (0.5, LEARNED)


def test_the_stages_are_a_table():
    assert len(STAGES) == len({stage.__name__ for stage in STAGES}) >= 8


def test_a_cue_clause_that_nobody_read():
    text = "“We go on,” Marsh went on to say. “We never stop.” “Why?” the mayor has asked."
    found = complete(text)
    assert [(contents(a), a.cue.text, a.source.text) for a in found] == [
        (["“We go on,”", "“We never stop.”"], "went on to say", "Marsh"),
        (["“Why?”"], "has asked", "the mayor"),
    ]
    assert {a.reason.stage for a in found} == {"cue clause"}


def test_a_cue_clause_at_the_end_takes_the_place_of_what_was_read_inside():
    text = "Norland sees no reason to sign, Prime Minister Ana Marsh stated on Friday."
    inner = said(text, content="no reason to sign", cue="sees", source="Norland")
    found = complete(text, inner)
    assert [(contents(a), a.source.text) for a in found] == [
        (["Norland sees no reason to sign"], "Prime Minister Ana Marsh")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ships sail to Norland, Sweden and four other states on Friday.",
        "After the rain had stopped, the noise continued.",
        "The port reopens on Friday, a plan announced earlier this year.",
        "“Long Road,” the film, opens on Friday.",
        "“We go,” it says in the rain, which fell.",
    ],
)
def test_no_cue_clause(text):
    assert [a for a in complete(text) if a.reason.evidence == "sentence"] == []


def test_what_was_learned_of_a_cue_clause_stays():
    text = "“We go on,” Marsh said."
    learned = said(text, content="“We go on,”", cue="said", source="Marsh")
    assert [a.reason.stage for a in complete(text, learned)] == ["learned"]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("“No,” Marsh said of the harbour plan, which fell.", "the harbour plan"),
        ("“No,” Marsh said, shaking her head.", "shaking her head"),
    ],
)
def test_an_aside_behind_the_cue_is_not_said(text, aside):
    learned = said(text, content=["“No,”", aside], cue="said", source="Marsh")
    found = complete(text, learned)[0]
    assert (contents(found), found.kind) == (["“No,”"], "direct")
    assert found.end == text.index("said") + 4


def test_words_that_go_on_behind_the_cue_are_said():
    text = "“No,” Marsh said, ships would sail."
    learned = said(text, content=["“No,”", "ships would sail"], cue="said", source="Marsh")
    assert contents(complete(text, learned)[0]) == ["“No,”", "ships would sail"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- Ana Marsh, mayor of Port Ellery", "Ana Marsh"),
        ("— Ana Marsh.", "Ana Marsh"),
    ],
)
def test_a_signature_on_a_line_of_its_own(line, name):
    text = f"“We go on as before.”\n\n{line}\n\nShips wait."
    found = complete(text)
    assert [(contents(a), a.source.text) for a in found] == [(["“We go on as before.”"], name)]
    assert found[0].cue.text in "-—"


def test_a_pulled_out_quotation_closes_behind_the_name():
    text = "Ships wait.\n\n“We go on as before.\n\nAna Marsh, Port Ellery.”\n\nShips wait."
    found = complete(text)
    assert [(contents(a), a.source.text) for a in found] == [
        (["“We go on as before."], "Ana Marsh")
    ]
    assert found[0].cue is None
    text = "“We go on as before.”\n\nAna Marsh waved from the quay.”"
    assert complete(text) == ()


FIELDS = ("date_text", "occasion", "medium")
CASES = [
    case
    for name in ("complete", "complete_openings", "complete_sources")
    for case in load_cases(name)
]


@pytest.mark.parametrize("case", CASES)
def test_stories(case):
    text = case["text"]
    has_headline = case.get("headline", False)
    zone = "headline" if has_headline else "body"
    given_ = [evolve(said(text, **attribution), zone=zone) for attribution in case["given"]]
    found = complete(text, *given_, headline=has_headline)
    assert [
        {
            "content": contents(a),
            "cue": a.cue and a.cue.text,
            **({"source": a.source.text} if a.source else {}),
            **{key: getattr(a, key).text for key in FIELDS if getattr(a, key) is not None},
        }
        for a in found
    ] == case["expected"]


PIECES = st.sampled_from(
    ["“We go,”", "“We never stop.”", "Reyes said", "said Marsh", "on Monday.", "\n\n", "REYES: ",
     "Q: ", "A: ", "TASS quoted", "as saying", "at a rally", ".", ",", "—", "told reporters", "?”", "“",
     "They have gone far away,", "was quoted", "by TASS", ", said Ana Marsh", ", who leads", "as"]
)  # bits to be joined, a lot to a line  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join), st.data())
def test_parts_stay_apart_whatever_was_learned(text, data):
    cuts = (
        sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=6, max_size=6)))
        if len(text) > 6
        else []
    )
    learned = []
    if cuts:
        spans = [(cuts[0], cuts[1]), (cuts[2], cuts[3]), (cuts[4], cuts[5])]
        content, cue, source = data.draw(st.permutations(spans))
        learned = [build_attribution(text, [content], cue=cue, source=source, reason=LEARNED)]
    for attribution in complete(text, *learned):
        parts = [*attribution.content, attribution.cue, attribution.source]
        parts = sorted((part for part in parts if part is not None), key=lambda part: part.start)
        assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
        for child in attribution.children():
            assert attribution.start <= child.start <= child.end <= attribution.end


@pytest.mark.parametrize(
    "unit",
    [
        "REYES: hello there now\n\n",
        "“We go,” said Anna.\n\n“And we never stop at all.”\n\n",
        "“We go on as before.” - Ana Marsh\n\n",
        "Q: Who goes?\n\nA: I do.\n\n",
        "[Reyes] We go on.\n\n[Reporter] [begin recording] Until when? [end recording]\n\n",
        "[text] [report] ",
    ],
)
def test_time_is_linear(unit):
    assert_linear(lambda count: complete(unit * count), 100)


def test_quoted_words_in_a_headline():
    text = "Tom Reyes: ‘Ships will sail’\n\nShips will sail, union leader Tom Reyes said."
    found = complete(text, headline=True)
    assert (found[0].zone, found[0].kind, contents(found[0])) == (
        "headline",
        "direct",
        ["‘Ships will sail’"],
    )


def test_a_source_on_both_sides_of_its_cue_leaves_the_cue_as_it_is():
    text = "They according to Marsh he would sink it."
    learned = said(
        text, content=["sink it"], cue="according", source="They according to Marsh he would"
    )
    [found] = complete(text, learned)
    assert found.cue.text == "according"
