"""Attributions in headlines, which leave out verbs and articles."""
