"""What looks like a saying and is none: deeds, labels, standards, passives."""
