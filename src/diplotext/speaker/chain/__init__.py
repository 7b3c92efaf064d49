"""Chains: the names of a story, gathered by whose they are."""
