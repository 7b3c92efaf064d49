"""The trailer as a whole: where the body ends, and what follows it."""

from diplotext.trailer.trailer import Trailer, find_trailer

BODY = "The port will close in May, she said."


def test_a_story_without_a_trailer():
    assert find_trailer(BODY, 0, len(BODY)) == Trailer(len(BODY))


def test_all_three_zones():
    text = (
        BODY + " ($1 = 0.92 euros)\n\nReporting by Ann Roe; Editing by Bo Li\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.\n\nRead more: Floods\nShare on Facebook\n"
    )
    found = find_trailer(text, 0, len(text))
    assert found.body_end == len(BODY)
    assert [credit.role for credit in found.credits] == ["reporting", "editing"]
    assert [one.kind for one in found.notices] == ["conversion", "standards"]
    assert [one.text for one in found.residue] == ["Read more: Floods", "Share on Facebook"]


def test_biographies_behind_the_standards_line():
    text = (
        BODY + "\n\nReporting by Ann Roe in Oslo\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.\n\nAnn Roe\n\n"
        "Ann Roe reports on ports from Oslo. She joined in 2011 and covered ferries before.\n"
    )
    found = find_trailer(text, 0, len(text))
    assert found.body_end == len(BODY)
    assert [name.text for credit in found.credits for name in credit.names] == ["Ann Roe"]
    assert [one.kind for one in found.notices] == ["standards"]
    assert len(found.residue) == 2


def test_credits_on_two_sides_of_a_notice():
    text = BODY + "\n(Reporting by Ann Roe)\n($1 = 0.92 euros)\n(Editing by Bo Li)\n"
    found = find_trailer(text, 0, len(text))
    assert [credit.role for credit in found.credits] == ["reporting", "editing"]
    assert [one.kind for one in found.notices] == ["conversion"]


def test_everything_can_be_trailer():
    text = "(Reporting by Ann Roe)\n-30-\n"
    assert find_trailer(text, 0, len(text)).body_end == 0


def test_the_region_ends_where_it_is_told():
    text = BODY + "\n-30-\n" + BODY
    assert find_trailer(text, 0, len(BODY) + 6).notices[0].text == "-30-"
