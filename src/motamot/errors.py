"""Errors for people: each message says what is wrong, where, and what to do."""


class MotamotError(ValueError):
    """Something a person can put right; the message is one plain sentence or two.

    In a notebook it shows as its sentence alone: the lines of the library above it would help nobody.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


class MissingExtraError(MotamotError, ImportError):
    """An optional package is not installed; the message names the extra that brings it."""
