"""The layout of a story: which part of the text is which zone."""

from diplotext.layout.find import find_layout
from diplotext.layout.zone import Layout, NoticeFinder, TrailerFinder

__all__ = ["Layout", "NoticeFinder", "TrailerFinder", "find_layout"]
