"""A spliced file has the pieces that a file written anew would have, whatever stays, goes and comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.write.splice import Layout, Stretch, read_pieces, splice

HEAD = b"@prefix : <x> .\n"
PIECES = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.binary(min_size=1, max_size=5), max_size=8)


def written(pieces: dict[str, bytes], head: bytes) -> bytes:
    return (head if pieces else b"") + b"".join(pieces[key] for key in sorted(pieces))


@given(PIECES, PIECES, st.sets(st.text("abc", min_size=1, max_size=3)), st.sampled_from((b"", HEAD)))
def test_the_result_is_the_file_written_anew(
    tmp_path_factory: pytest.TempPathFactory, had: dict[str, bytes], come: dict[str, bytes], gone: set[str], head: bytes
) -> None:
    folder = tmp_path_factory.mktemp("splice")
    (folder / "old").write_bytes(written(had, head))
    layout = Layout(sorted(had), [len(had[key]) for key in sorted(had)], len(head))
    assert read_pieces(folder / "old", [layout.stretch(key) for key in sorted(had)]) == [had[key] for key in sorted(had)]
    splice(folder / "old", folder / "new", layout, dict.fromkeys(gone, b"") | come, head)
    now = {key: piece for key, piece in had.items() if key not in gone} | come
    assert (folder / "new").read_bytes() == written(now, head)


def test_a_file_that_is_not_there_has_no_pieces(tmp_path: Path) -> None:
    splice(tmp_path / "none", tmp_path / "new", Layout([], [], 3), {"a": b"one"}, b"it ")
    assert (tmp_path / "new").read_bytes() == b"it one"
    assert read_pieces(tmp_path / "none", [Stretch(3, 3)]) == [b""]


def test_a_file_that_was_cut_is_seen(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"abc")
    with pytest.raises(OSError, match="is shorter than it was"):
        splice(tmp_path / "old", tmp_path / "new", Layout(["a", "b"], [3, 3], 0), {})
