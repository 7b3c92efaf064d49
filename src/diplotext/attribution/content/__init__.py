"""Where contents begin and end: what is said, and what is the writer's."""
