"""The states an answer can be in."""

NOT_ATTEMPTED, WRONG_TYPE, NEAR_MISS, WRONG, RIGHT = "empty", "type", "near", "wrong", "right"
STATES = (NOT_ATTEMPTED, WRONG_TYPE, NEAR_MISS, WRONG, RIGHT)
# State and sentence for the learner; lines of it that hold tabs are rows of a table, the first its head.
Verdict = tuple[str, str]
