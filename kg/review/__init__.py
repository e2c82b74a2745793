"""People decide about identity: what to ask them, what stands behind it, and the log of what they said."""

from kg.review.decide import Decision, decide, judgement_file
from kg.review.doubts import Doubt, doubts
from kg.review.seen import Seen, see

__all__ = ["Decision", "Doubt", "Seen", "decide", "doubts", "judgement_file", "see"]
