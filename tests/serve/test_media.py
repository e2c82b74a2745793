"""Which type an Accept header chooses, and when none fits."""

from __future__ import annotations

import pytest

from kg.serve import media
from kg.serve.errors import NoAnswerError


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, media.JSON),
        ("", media.JSON),
        ("*/*", media.JSON),
        ("*", media.JSON),
        ("text/csv", media.CSV),
        ("TEXT/CSV; Q=0.5", media.CSV),
        ("application/xml", "application/xml"),
        ("text/*;q=0.5, application/sparql-results+xml;q=0.4", "text/xml"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.7", media.TSV),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", media.JSON),
        ("nonsense, text/csv;q=x, application/sparql-results+xml;q=0.1", media.XML),
    ],
)
def test_the_client_s_wish(accept: str | None, chosen: str) -> None:
    assert media.choose(accept, media.TABLES) == chosen


@pytest.mark.parametrize("accept", ["text/turtle", "text/html", "text/csv;q=0", "image/*", "text"])
def test_none_fits(accept: str) -> None:
    with pytest.raises(NoAnswerError) as caught:
        media.choose(accept, media.TABLES)
    assert caught.value.status == 406 and media.JSON in caught.value.message
