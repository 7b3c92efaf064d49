"""What the rules add to the learned attributions: lines they do not know, and the fields.

The order of the stages is the table ``STAGES``; each takes the story and the attributions so far
and gives the attributions back. Rule stages add or replace; field stages fill in.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from attrs import Factory, evolve, field, frozen

from diplotext.attribution.build import Span, in_order, kind_of
from diplotext.attribution.clause.according_clause import behind_sentence
from diplotext.attribution.clause.clause import Claims, find_clauses
from diplotext.attribution.clause.clause_table import CLAUSES, clause_keys
from diplotext.attribution.clause.inner_clause import find_inner_clauses
from diplotext.attribution.clause.joined_clause import find_joined_clauses
from diplotext.attribution.clause.turned_clause import part_turned
from diplotext.attribution.content.content_whole import without_question
from diplotext.attribution.content.tidy import tidy_parts
from diplotext.attribution.doubt.anonymous import mend_anonymous
from diplotext.attribution.doubt.doubtful import drop_doubtful, without_doubtful
from diplotext.attribution.doubt.label_line import is_stamp
from diplotext.attribution.edge_stage import mend_edges
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.field.fill import fill_fields
from diplotext.attribution.field.parents import resolve_parents
from diplotext.attribution.headline.headline import find_headline_attributions, is_label
from diplotext.attribution.headline.headline_edge import is_topic, mend_headline
from diplotext.attribution.headline.headline_verb import is_exhibit
from diplotext.attribution.line.bracket_turn import find_bracket_turns
from diplotext.attribution.line.colon_line import find_colon_lines
from diplotext.attribution.line.embedded_post import find_embedded_posts
from diplotext.attribution.line.heading import find_headed_quotations
from diplotext.attribution.line.round_up import find_round_up, is_capital_label, with_round_up
from diplotext.attribution.line.signoff import find_signoff_attributions
from diplotext.attribution.line.transcript import find_transcript_attributions
from diplotext.attribution.merge import merge_attributions
from diplotext.attribution.places import PlaceIndex
from diplotext.attribution.quotation.chained_quote import part_chained_quotes
from diplotext.attribution.quotation.colon_quote import hold_colon_quotes
from diplotext.attribution.quotation.going_on import part_going_on
from diplotext.attribution.quotation.inherit import find_inherited
from diplotext.attribution.quotation.inner_saying import find_inner_sayings
from diplotext.attribution.quotation.lead_in import find_led_quotations
from diplotext.attribution.quotation.quoted_as import find_quoted_as
from diplotext.attribution.quotation.quoted_aside import part_quoted_asides
from diplotext.attribution.quotation.running_quote import find_running_quotes
from diplotext.attribution.quotation.split_quote import drop_asides, join_split_quotes
from diplotext.attribution.source.citing import resolve_citing
from diplotext.attribution.source.medium_tag import part_medium_tags
from diplotext.body.quotation import find_quotations
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.organization import organizations
from diplotext.model import Attribution, Quotation

__all__ = ["STAGES", "Story", "complete_attributions"]


@frozen(eq=False)
class Story:
    """What the stages read: text, paragraphs and tokens, quotations, headline, sentences."""

    text: str
    tables: Sequence[TokenTable]
    paragraphs: Sequence[Span]
    quotations: Sequence[Quotation]
    headline: Span | None = None
    published: datetime.date | None = None
    firm: dict[int, Attribution] = field(factory=dict)  # those found to be no doubtful ones, by id
    sentences: SentenceIndex = field(
        default=Factory(lambda story: SentenceIndex(story.tables), takes_self=True)
    )


Stage = Callable[[Story, list[Attribution]], list[Attribution]]

_WORD_RE = lazy_re(r"\w[\w’'-]*")


def _mend_anonymous(story: Story, found: list[Attribution]) -> list[Attribution]:
    """Whoever asks not to be named says nothing by that, nor do hours and labels."""
    found = [attribution for attribution in found if not is_stamp(attribution)]
    return mend_anonymous(story.text, found, story.sentences, story.quotations)


def _add_quoted_as(story: Story, found: list[Attribution]) -> list[Attribution]:
    """What media quote others as saying."""
    return find_quoted_as(story.text, story.tables, story.quotations, found)


def _add_lines(story: Story, found: list[Attribution]) -> list[Attribution]:
    """Transcript lines, sign-offs and quotations under names."""
    text, paragraphs, quotations = story.text, story.paragraphs, story.quotations
    ruled = find_transcript_attributions(text, paragraphs, quotations)
    ruled += find_bracket_turns(text, paragraphs, quotations)
    ruled += find_signoff_attributions(text, paragraphs, quotations)
    ruled += find_embedded_posts(text, paragraphs, quotations)
    ruled += find_headed_quotations(text, paragraphs, quotations, [*found, *ruled])
    ruled += find_colon_lines(text, paragraphs, quotations, [*found, *ruled])
    if round_up := find_round_up(text, paragraphs, quotations, found):
        found = [attribution for attribution in found if not is_capital_label(attribution)]
        ruled = with_round_up(ruled, round_up)
    return merge_attributions(found, ruled)


def _hold_colon_quotes(story: Story, found: list[Attribution]) -> list[Attribution]:
    """Quotations behind a verb of saying and a colon."""
    return hold_colon_quotes(story.text, story.tables, story.quotations, found)


def _part_chained(story: Story, found: list[Attribution]) -> list[Attribution]:
    """Of quotations in a row, each with its own cue clause, no one has two."""
    parted = part_chained_quotes(story.text, story.tables, found)
    return _with_kinds(story, found, parted)


def _part_openings(story: Story, found: list[Attribution]) -> list[Attribution]:
    """No sentence that ends before "According to" belongs to it."""
    if "According" not in story.text:
        return found
    parted = [(given, behind_sentence(story.text, given)) for given in found]
    kept = [(given, new) for given, new in parted if new is not None]
    return _with_kinds(story, [given for given, _ in kept], [new for _, new in kept])


def _add_clauses(story: Story, found: list[Attribution]) -> list[Attribution]:
    """Plain cue clauses that nobody has claimed; they replace what was read inside them."""
    firm_ones = without_doubtful(found)  # what is dropped later claims nothing
    story.firm.update((id(attribution), attribution) for attribution in firm_ones)
    weak = {id(a): a for a in found if id(a) not in story.firm}  # held, so that ids stay theirs
    found = sorted(found, key=in_order)
    claims = Claims(firm_ones)
    index = PlaceIndex(story.tables, clause_keys())
    for rule in CLAUSES:
        if ruled := find_clauses(rule, story.text, index, story.quotations, claims):
            found = merge_attributions(found, ruled)
            claims = Claims([a for a in found if id(a) not in weak])
    found = part_going_on(story.text, found, story.sentences, story.quotations)
    found = part_turned(story.text, found, story.quotations)
    inner = find_inner_sayings(story.text, found, story.quotations)
    inner += find_inner_clauses(story.text, index, [*found, *inner], story.quotations)
    found = sorted([*found, *inner], key=in_order)
    joined = find_joined_clauses(story.text, found, story.sentences, story.quotations)
    return merge_attributions(found, joined)


def _add_headline(story: Story, found: list[Attribution]) -> list[Attribution]:
    """The headline's own attribution, told by who speaks in the body."""
    if story.headline is None:
        return found
    names = [
        _WORD_RE.findall(a.source.text.lower())
        for a in found
        if a.source is not None and a.zone == "body" and a.source.form == "name"
    ]
    speakers = {words[-1] for words in names if words}
    # "Norsk Skip Corp" is "Norsk" in its headlines.
    endings = organizations().suffixes
    speakers |= {words[0] for words in names if words and words[-1] in endings}
    text, headline = story.text, story.headline
    found = [
        a
        for a in found
        if a.zone == "body" or not (is_exhibit(a) or is_label(a) or is_topic(text, a))
    ]
    ruled = find_headline_attributions(text, headline, speakers, story.quotations)
    if not ruled:
        signed = find_signoff_attributions(text, [headline], story.quotations)
        ruled = [evolve(attribution, zone="headline") for attribution in signed]
    merged = merge_attributions(found, ruled)
    mended = [a if a.zone == "body" else mend_headline(text, a, headline) for a in merged]
    return _with_kinds(story, merged, mended)


def _join_split(story: Story, found: list[Attribution]) -> list[Attribution]:
    kept = drop_asides(story.text, found)
    joined = join_split_quotes(story.text, story.paragraphs, story.quotations, kept)
    joined = [without_question(story.text, a, story.sentences) for a in joined]
    return _with_kinds(story, found, joined)


def _with_kinds(
    story: Story, before: list[Attribution], after: list[Attribution]
) -> list[Attribution]:
    """Those that a stage has changed, with the kind of their new content."""
    return [
        new if new is old else evolve(new, kind=kind_of(story.text, new.content, story.quotations))
        for old, new in zip(before, after, strict=True)
    ]


def _add_inherited(story: Story, found: list[Attribution]) -> list[Attribution]:
    parts = story.text, story.paragraphs, story.quotations
    found = find_led_quotations(story.text, story.quotations, found)
    found = [*found, *find_running_quotes(*parts, found)]
    found += find_inherited(*parts, found)
    return sorted(found, key=in_order)


def _fill_media(story: Story, found: list[Attribution]) -> list[Attribution]:
    found = part_medium_tags(story.text, found, story.quotations, story.sentences)
    return part_quoted_asides(story.text, resolve_citing(story.text, found))


def _tidy(story: Story, found: list[Attribution]) -> list[Attribution]:
    return tidy_parts(story.text, found)


def _mend_edges(story: Story, found: list[Attribution]) -> list[Attribution]:
    return mend_edges(story.text, found, story.sentences)


def _drop_doubtful(story: Story, found: list[Attribution]) -> list[Attribution]:
    return drop_doubtful(story.text, found, story.firm)


def _fill(story: Story, found: list[Attribution]) -> list[Attribution]:
    """What follows from the spans: lemma, stance, form and kind, day, occasion and addressee."""
    beside = story.sentences, story.quotations, story.published
    return [fill_fields(story.text, attribution, *beside) for attribution in found]


def _fill_parents(_story: Story, found: list[Attribution]) -> list[Attribution]:
    return resolve_parents(found)


STAGES: tuple[Stage, ...] = (
    _mend_anonymous,
    _add_quoted_as,
    _hold_colon_quotes,
    _part_chained,
    _part_openings,
    _add_clauses,
    _tidy,
    _mend_edges,
    _drop_doubtful,
    _fill_media,
    _fill,
    _add_lines,
    _add_headline,
    _join_split,
    _add_inherited,
    _fill_parents,
)


def complete_attributions(
    text: str,
    tables: Sequence[TokenTable],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    *,
    headline: TokenTable | None = None,
    published: datetime.date | None = None,
) -> tuple[Attribution, ...]:
    """The story's attributions, the learned ones and those of the rules, in order of start.

    ``tables`` are the token tables of the paragraphs, ``headline`` that of the headline;
    ``quotations`` are the outermost ones in order. ``published`` settles days ("on Thursday").
    The speakers are left to the next stage.
    """
    own = (headline.start, headline.end) if headline is not None else None
    paragraphs = [
        (table.start, table.end)
        for table in tables
        if own is None or table.end <= own[0] or table.start >= own[1]
    ]
    if own is not None and not any(
        own[0] <= quotation.start < own[1] for quotation in quotations[:9]
    ):
        quoted = (*find_quotations(text, [own]), *quotations)
        quotations = sorted(quoted, key=lambda quotation: quotation.start)
    story = Story(text, tables, sorted(paragraphs), quotations, own, published)
    found = list(attributions)
    for stage in STAGES:
        found = stage(story, found)
    return tuple(sorted(found, key=in_order))
