"""The closing zones of a story: credits, notices, and what is left over."""
