"""Where sources and cues begin and end: what is a part of who speaks, and what is not."""
