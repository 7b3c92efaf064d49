"""Role nouns: kind, number and gender of each form."""

from diplotext.lexicon import role_nouns


def test_role_nouns():
    nouns = role_nouns()
    assert nouns["women"].lemma == "woman"
    assert (nouns["women"].number, nouns["women"].gender) == ("plural", "female")
    assert nouns["police"].number == "both"
    assert nouns["studies"].kind == "document"
    assert nouns["spokesman"].is_unnamed
    assert not nouns["senator"].is_unnamed
    assert nouns["lawyers"].lemma == "lawyer"
