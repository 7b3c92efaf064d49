"""Attributions by the line: transcripts, sign-offs, names over quotations, round-ups."""
