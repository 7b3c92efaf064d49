"""trailer."""
