"""The stage of the edges: sources and contents that took in too much, or left something out.

Each mend takes an attribution and gives it back as it was or put right; their order matters.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.clause.called_clause import mend_called
from diplotext.attribution.clause.circumstance_clause import mend_opening
from diplotext.attribution.clause.interposed import mend_interposed, turn_interposed
from diplotext.attribution.clause.told_clause import mend_told
from diplotext.attribution.content.content_edge import mend_content
from diplotext.attribution.content.content_whole import fill_contents
from diplotext.attribution.content.dash_aside import mend_dashes
from diplotext.attribution.content.fronted_clause import mend_fronted
from diplotext.attribution.content.said_before import mend_said_before
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.source.apposed_source import mend_apposed
from diplotext.attribution.source.clause_subject import mend_subjects
from diplotext.attribution.source.cue_edge import mend_cue
from diplotext.attribution.source.cue_name import mend_cue_name
from diplotext.attribution.source.cut_source import mend_cut
from diplotext.attribution.source.half_source import mend_half
from diplotext.attribution.source.participle_cue import mend_participle
from diplotext.attribution.source.relative_source import mend_relative
from diplotext.attribution.source.source_edge import mend_source
from diplotext.attribution.source.source_verb import mend_verb
from diplotext.model import Attribution

__all__ = ["mend_edges"]


def mend_edges(
    text: str, found: Sequence[Attribution], sentences: SentenceIndex
) -> list[Attribution]:
    """The attributions with the edges of their parts put right.

    >>> mend_edges("", [], SentenceIndex([]))
    []
    """
    found = mend_half(text, mend_subjects(text, found, sentences))
    found = [mend_relative(text, mend_cut(text, a), sentences) for a in found]
    cued = [
        mend_verb(text, mend_cue(text, mend_called(text, mend_participle(text, a))))
        for a in (mend_cue_name(text, a) for a in found)
    ]
    mended = [mend_content(text, mend_source(text, a, sentences)) for a in cued]
    mended = [mend_told(text, mend_fronted(text, a, sentences)) for a in mended]
    mended = [mend_opening(text, a, sentences) for a in mended]
    mended = [mend_said_before(text, a, sentences) for a in mended]
    mended = [mend_apposed(text, a, sentences) for a in mended]
    mended = [mend_interposed(text, turn_interposed(text, a, sentences), sentences) for a in mended]
    mended = [mend_dashes(text, a, sentences) for a in mended]
    return fill_contents(text, mended, sentences)
