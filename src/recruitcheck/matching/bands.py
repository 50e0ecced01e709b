"""The bands of the score: match, review, below."""

MATCH_THRESHOLD = 86.0
"""From here on the name alone fits well enough to be shown as a match."""

REVIEW_THRESHOLD = 68.0
"""From here on a person should look; below, the entry is only named as the nearest."""
