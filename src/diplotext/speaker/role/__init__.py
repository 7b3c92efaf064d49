"""What a story says of a named person: titles, offices, affiliation, country."""
