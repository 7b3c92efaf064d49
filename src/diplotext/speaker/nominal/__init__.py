"""Nominals: whom "the top diplomat", "the ministry" or "the Briton" stands for."""
