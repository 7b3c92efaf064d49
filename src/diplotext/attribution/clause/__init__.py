"""Rules that read whole clauses of saying, in the order of ``clause_table``."""
