"""The side of the grader where strangers' code runs.

These modules import nothing of ``motamot.course``: `start.py` loads them as a package of their own in a fresh
interpreter. The warm *parent* forks a *runner* for each run, which shuts itself in and is the only process
that ever reads a submission.
"""
