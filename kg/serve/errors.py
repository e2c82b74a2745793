"""A request that gets no answer but a reason."""

from __future__ import annotations


class NoAnswerError(Exception):
    """The HTTP status and the sentence that a client gets; ``retry`` is when to try again, in seconds."""

    def __init__(self, status: int, message: str, *, retry: int | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.retry = status, message, retry
