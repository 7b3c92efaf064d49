"""The node that comes back: names, titles, affiliation, mentions with reasons."""

from __future__ import annotations

from tests.marked_story import resolve_marked


def test_titles_are_deduplicated_and_without_possessive():
    story = resolve_marked(
        "[Nigerian Trade Minister Ruth Okafor|x] spoke. [Nigerian Trade Minister Ruth Okafor's|x] "
        "aide left. [Mrs. Okafor|x] stayed."
    )
    (speaker,) = story.speakers
    assert speaker.titles == ("Nigerian Trade Minister",)
    assert (speaker.name, speaker.given_name, speaker.family_name) == (
        "Ruth Okafor",
        "Ruth",
        "Okafor",
    )
    assert speaker.kind == "person"
    assert speaker.text == "Ruth Okafor"


def test_affiliation_and_role_of_an_apposition():
    (speaker,) = resolve_marked("[Erik Holm, director of the Harbour Institute,|x] spoke.").speakers
    assert speaker.titles == ("director",)
    assert speaker.affiliation == "Harbour Institute"


def test_affiliation_right_behind_or_before_the_name():
    bodies = {
        "[Ana Ruiz from the Norland Wool Council|x] says so.": "Norland Wool Council",
        "[Ana Ruiz, from the Norland Wool Council,|x] says so.": "Norland Wool Council",
        "[Ana Ruiz of the Norland Fund for Seas (NFS)|x] says so.": "Norland Fund for Seas",
        "[The NFS's Ana Ruiz|x] says so.": "NFS",
        "But [Sheep Norway's Ana Ruiz|x] says so.": "Sheep Norway",
        "[Okafor's Ana Ruiz|x] says so.": None,
        "[Ana Ruiz|x] ran from the Norland Wool Council.": None,
    }
    for story, body in bodies.items():
        (speaker,) = resolve_marked(story).speakers
        assert (speaker.name, speaker.affiliation) == ("Ana Ruiz", body), story


def test_party():
    (speaker,) = resolve_marked("[Sen. Carla Ruiz, R-Texas,|x] spoke.").speakers
    assert (speaker.name, speaker.titles, speaker.affiliation) == (
        "Carla Ruiz",
        ("Sen.",),
        "R-Texas",
    )


def test_each_mention_tells_why():
    story = resolve_marked(
        "Trade Minister Ruth Okafor came. [Okafor|x] spoke. [The minister|x] left. [She|x] waved."
    )
    (speaker,) = story.speakers
    assert [(m.text, m.form, m.reason.evidence) for m in speaker.mentions] == [
        ("Ruth Okafor", "name", "first named"),
        ("Okafor", "name", "family name"),
        ("The minister", "nominal", "same title"),
        ("She", "pronoun", "speaker of the paragraph"),
    ]


def test_is_called_by_any_of_the_names():
    (speaker,) = resolve_marked("Ruth Okafor came. [Mrs. Okafor|x] spoke.").speakers
    assert all(map(speaker.is_called, ("Ruth Okafor", "okafor", "Mrs. Okafor", "Ruth")))
    assert not any(map(speaker.is_called, ("Brandt", "Rut", "Ruth Brandt", "")))


def test_kinds():
    kinds = {
        "[Ana Duarte and Joel Brandt|x] spoke.": "group",
        "[The Ministry of Trade|x] said so.": "organization",
        "[Norway|x] said so.": "place",
        "[A survey of farmers|x] said so.": "document",
        "[A diplomat|x] said so.": "unnamed",
    }
    for story, kind in kinds.items():
        (speaker,) = resolve_marked(story).speakers
        assert speaker.kind == kind, story


def test_no_sources_no_speakers():
    assert resolve_marked("Ruth Okafor came.").speakers == ()


def test_family_name_first():
    names = {
        "[Zhou Minghua|x] spoke. [Zhou|x] left.": ("Minghua", "Zhou"),
        "[Park Ji-hoon|x] spoke.": ("Ji-hoon", "Park"),
        "[Ruth Okafor|x] spoke. [Ruth|x] left.": ("Ruth", "Okafor"),
        "[Pieter van der Meulen|x] spoke.": ("Pieter", "van der Meulen"),
    }
    for story, (given, family) in names.items():
        (speaker,) = resolve_marked(story).speakers
        assert (speaker.given_name, speaker.family_name) == (given, family), story
