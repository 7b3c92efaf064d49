"""ninjs 3.1: against the IPTC's own schema, whatever the article."""

import json
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from tests.formats.sample import ARTICLE, EMPTY, TEXT
from tests.strategies_model import articles

from diplotext.formats.ninjs import to_ninjs
from diplotext.model import Notice

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "conformance" / "ninjs-schema_3.1.json").read_text("utf-8")
)
# We write no coordinates, so that their schema may be any.
GEOJSON = Resource.from_contents({}, default_specification=DRAFT202012)
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA,
    registry=Registry().with_resource("https://geojson.org/schema/GeoJSON.json", GEOJSON),
    format_checker=jsonschema.FormatChecker(),
)


def test_every_field_that_has_a_place():
    item = to_ninjs(ARTICLE, uri="urn:example:1", language="en")
    VALIDATOR.validate(item)
    body = item.pop("bodies")[0]
    assert body["value"] == (
        '"We got <what> we came for," Tomas Reyes said. "Nobody called it a \'win\'."\n\n'
        "He said that ships would sail."
    )
    assert body["wordCount"] == 20
    assert item == {
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "uri": "urn:example:1",
        "type": "text",
        "language": "en",
        "pubStatus": "usable",
        "headlines": [
            {
                "role": "main",
                "contentType": "text/plain",
                "value": "Dockers end strike & go back: union",
            }
        ],
        "by": "By Maria Solano",
        "slugline": "PORT-STRIKE/",
        "located": "Lima, PE",
        "places": [{"name": "Lima, PE", "rel": "dateline"}],
        "people": [
            {"name": "Maria Solano", "rel": "author"},
            {"name": "Tomas Reyes", "rel": "quoted"},
        ],
        "infoSources": [
            {"name": "Reuters", "role": "agency"},
            {"name": "Jonas Weiler", "role": "editing"},
        ],
        "edNote": "CORRECTION: nine days, not eight",
    }


@pytest.mark.parametrize("kind", ["kill", "withdrawal"])
def test_a_withdrawn_story_is_canceled(kind):
    killed = evolve(ARTICLE, notices=(Notice(TEXT, 0, 4, kind=kind),))
    assert to_ninjs(killed, uri="urn:example:1")["pubStatus"] == "canceled"


def test_an_empty_story_has_no_fields_of_its_own():
    item = to_ninjs(EMPTY, uri="urn:example:1")
    VALIDATOR.validate(item)
    assert set(item) == {"standard", "uri", "type", "pubStatus"}


@given(articles())
def test_any_article_is_valid(article):
    VALIDATOR.validate(to_ninjs(article, uri="urn:example:1"))
