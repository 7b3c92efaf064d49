"""Who said what: the learned stages, the rules beside them, and what is read off the result."""

from __future__ import annotations

from diplotext.attribution.complete import complete_attributions
from diplotext.attribution.learned.stage import find_attributions
from diplotext.attribution.learned.weights import Weights, load_weights

__all__ = ["Weights", "complete_attributions", "find_attributions", "load_weights"]
