"""Errors for people: each message says what is wrong, where, and what to do."""


class MotamotError(ValueError):
    """Something a person can put right; the message is one plain sentence or two."""


class MissingExtraError(MotamotError, ImportError):
    """An optional package is not installed; the message names the extra that brings it."""
