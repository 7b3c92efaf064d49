"""What quotations tell of each other: in a row, run on, without a cue, at second hand."""
