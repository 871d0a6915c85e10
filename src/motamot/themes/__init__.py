"""Themes: lexicons, counting them, and how far a count can be trusted."""
