"""Pronouns: who "he", "she", "it", "they" and "I" are."""
