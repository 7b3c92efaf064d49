"""The package ``formats`` gives every writer by its name, imported when first asked for."""

import subprocess
import sys

import pytest

from diplotext import formats


@pytest.mark.parametrize("name", formats.__all__)
def test_every_writer_can_be_had_from_the_package(name):
    assert callable(getattr(formats, name))
    assert name in dir(formats)


@pytest.mark.parametrize("name", [name for name in formats.__all__ if name.startswith("to_")])
@pytest.mark.parametrize("given", [None, "He left."])
def test_writers_name_what_is_no_article(name, given):
    more = {"uri": "urn:example:1"} if name == "to_ninjs" else {}
    with pytest.raises(TypeError, match="article: an Article is needed"):
        getattr(formats, name)(given, **more)


def test_what_there_is_not():
    with pytest.raises(AttributeError, match="to_pdf"):
        formats.to_pdf  # noqa: B018 - the look-up itself is tested


def test_writers_are_imported_when_asked_for():
    code = (
        "import sys, diplotext.formats as f; assert 'diplotext.formats.nitf' not in sys.modules;"
        " f.to_nitf; assert 'diplotext.formats.nitf' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
