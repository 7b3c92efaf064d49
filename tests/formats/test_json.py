"""The model as JSON: exact both ways, validated by the schema that is shipped, strict reader."""

import copy
import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies_model import articles, model_classes

from diplotext.errors import FormatError
from diplotext.formats import from_dict, from_json, to_dict, to_json
from diplotext.formats.json import SCHEMA, VERSION
from diplotext.model import Article, Attribution, Passage, Residue, Speaker

ROOT = Path(__file__).parents[2]
SCHEMA_TEXT = (
    files("diplotext.formats").joinpath("diplotext.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(SCHEMA_TEXT), format_checker=jsonschema.FormatChecker()
)


@given(articles())
def test_round_trip_is_exact_and_valid(article):
    data = to_dict(article)
    assert from_dict(data) == article
    assert from_json(to_json(article)) == article
    assert from_json(to_json(article, indent=2).encode()) == article
    VALIDATOR.validate(data)
    assert json.loads(to_json(article)) == data


@given(articles())
def test_speakers_are_shared_not_copied(article):
    read = from_dict(to_dict(article))
    known = {id(speaker) for speaker in read.speakers}
    assert all(id(a.speaker) in known for a in read.attributions if a.speaker)
    assert all(node.document is read.document for node in read.walk())


@given(st.text(st.characters(max_codepoint=0xDBFF), max_size=20))
def test_lone_surrogates_go_through_json(text):
    article = Article(text, 0, len(text))
    assert from_json(to_json(article).encode()) == article


def test_halves_of_a_pair_are_refused_where_json_would_join_them():
    with pytest.raises(FormatError, match="surrogate pair"):
        to_json(Article("\ud83d\ude00", 0, 2))


def test_schema_is_strict_and_known_by_its_id():
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA_TEXT))
    assert json.loads(SCHEMA_TEXT)["$id"] == SCHEMA
    data = to_dict(Article("x", 0, 1)) | {"qoutations": []}
    assert not VALIDATOR.is_valid(data)


def test_schema_is_what_the_script_builds():
    script = ROOT / "scripts" / "build_schema.py"
    if not script.exists():
        pytest.skip("no scripts beside the tests: an installed package has none")
    done = subprocess.run([sys.executable, script, "--check"], check=False)
    assert done.returncode == 0, "run python scripts/build_schema.py"


def test_schema_has_every_class_of_the_model():
    bare = {"Passage", "Sentence", "Article"}
    names = {kind.__name__ for kind in model_classes()} - bare
    assert names <= set(json.loads(SCHEMA_TEXT)["$defs"])


def test_id_is_written_and_left_out_by_the_reader():
    article = Article("x", 0, 1)
    data = to_dict(article, id="story 7")
    assert data["id"] == "story 7"
    VALIDATOR.validate(data)
    assert from_dict(data) == article


def test_missing_keys_mean_the_defaults():
    assert from_dict({"version": VERSION, "text": "x", "span": [0, 1]}) == Article("x", 0, 1)


# ------------------------------------------------------------------------- what is refused

TEXT = 'He said: "Go."'
GOOD = to_dict(
    Article(
        TEXT,
        0,
        len(TEXT),
        attributions=(Attribution(TEXT, 0, 14, content=(Passage(TEXT, 9, 14),)),),
        speakers=(Speaker(TEXT, 0, 2, name="He"),),
    )
)


def changed(*keys, value):
    data = copy.deepcopy(GOOD)
    *way, last = keys
    place = data
    for key in way:
        place = place[key]
    place[last] = value
    return data


NAN = float("nan")
CASES = [
    ("$", [], "object"),
    ("$", None, "object"),
    ("$", changed("qoutations", value=[]), "no key 'qoutations'"),
    ("$.version", changed("version", value="2.0"), "reads 1.x"),
    ("$.version", changed("version", value=1), "a version such as"),
    ("$.offset_unit", changed("offset_unit", value="byte"), "code point"),
    ("$.text", changed("text", value=None), "string"),
    ("$.span", changed("span", value=[0, 15]), "14 code points"),
    ("$.span", changed("span", value=[2, 1]), "no range"),
    ("$.span", changed("span", value=[-1, 1]), "no range"),
    ("$.span", changed("span", value=[False, True]), "whole numbers"),
    ("$.span", changed("span", value=[0.0, 1.0]), "whole numbers"),
    ("$.published", changed("published", value="yesterday"), "a date"),
    ("$.published", changed("published", value=20240314), "a date"),
    ("$.published", changed("published", value="20240314"), "a date"),
    ("$.residue", changed("residue", value={}), "list"),
    ("$.residue[0]", changed("residue", value=[7]), "object"),
    ("$.residue[0].span", changed("residue", value=[{}]), "[start, end]"),
    ("$.notices[0].kind", changed("notices", value=[{"span": [0, 1]}]), "missing"),
    ("$.speakers[0].name", changed("speakers", 0, "name", value=7), "str is needed"),
    ("$.speakers[0].kind", changed("speakers", 0, "kind", value="robot"), "none of person"),
    ("$.attributions[0].speaker", changed("attributions", 0, "speaker", value=1), "1 speakers"),
    ("$.attributions[0].speaker", changed("attributions", 0, "speaker", value=-1), "no place"),
    ("$.attributions[0].confidence", changed("attributions", 0, "confidence", value="1"), "number"),
    ("$.attributions[0].confidence", changed("attributions", 0, "confidence", value=NAN), "nan"),
    ("$.attributions[0].confidence", changed("attributions", 0, "confidence", value=7), "0 to 1"),
    ("$.attributions[0].content[0]", changed("attributions", 0, "content", 0, value=[1]), "start"),
    ("$.attributions[0]", changed("attributions", 0, "verb", value="say"), "no key 'verb'"),
]


@pytest.mark.parametrize("path, data, message", CASES)
def test_bad_input_is_refused_with_its_path(path, data, message):
    with pytest.raises(FormatError) as caught:
        from_dict(data)
    assert caught.value.path == path
    assert message in caught.value.msg


def test_a_later_minor_version_may_add_keys_a_later_major_may_not():
    data = changed("attributions", 0, "tone", value="calm") | {"version": "1.7", "mood": 1}
    assert from_dict(data) == from_dict(GOOD)


@pytest.mark.parametrize("text", ["", "{", "[1", b"\xff", "[" * 100_000])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(FormatError, match="no JSON"):
        from_json(text)


OTHER = "another text"


@pytest.mark.parametrize(
    "path, article",
    [
        ("$.residue[0].span", Article(TEXT, 0, 1, residue=(Residue(OTHER, 0, 1),))),
        ("$.residue[0]", Article(TEXT, 0, 1, residue=(Passage(TEXT, 0, 1),))),
        (
            "$.attributions[0].speaker",
            Article(
                TEXT,
                0,
                1,
                attributions=(
                    Attribution(TEXT, 0, 1, content=(), speaker=Speaker(TEXT, 0, 1, name="Nobody")),
                ),
            ),
        ),
    ],
)
def test_what_is_no_tree_over_one_text_is_not_written(path, article):
    with pytest.raises(FormatError) as caught:
        to_dict(article)
    assert caught.value.path == path


def test_equal_strings_and_equal_speakers_will_do():
    twin = "".join(list(TEXT))
    article = Article(
        TEXT,
        0,
        14,
        attributions=(
            Attribution(twin, 0, 14, content=(), speaker=Speaker(twin, 0, 2, name="He")),
        ),
        speakers=(Speaker(TEXT, 0, 2, name="He"),),
    )
    assert from_dict(to_dict(article)) == article
