"""Grading: submissions run in a sandbox, their answers judged outside it."""
