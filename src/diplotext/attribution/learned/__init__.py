"""The learned stages: from tokens to candidates, ranked, with what the weights know."""
