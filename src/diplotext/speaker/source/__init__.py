"""Sources as written: a name, a pronoun, a noun phrase with its core and its tail."""
