"""A store is built whole or not at all, opens to many readers, and says clearly what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.keep.change import change
from kg.keep.snapshot import snapshot
from kg.keep.store import LAYOUT, current, fill, in_memory, load, open_store, put, writing
from kg.ontology.schema import load_schema
from kg.write.quads import to_quads
from kg.write.vocabulary import prefixes
from tests.samples import kapex_graph

ROOT = Path(__file__).parents[2]
QUADS = to_quads(kapex_graph(), schema=load_schema(ROOT / "ontology" / "techpolicy.ttl"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "store", QUADS)
    return tmp_path / "store"


def test_what_was_filled_in_is_there(folder: Path) -> None:
    with open_store(folder) as store:
        assert set(store.quads()) == set(QUADS)
        assert len(store) == len(QUADS)


def test_a_query_sees_all_graphs_and_no_triple_twice(folder: Path) -> None:
    with open_store(folder) as store:
        rows = list(store.query("SELECT * { ?s ?p ?o }", prefixes()))  # type: ignore[arg-type]
    assert len(rows) == len(QUADS)


def test_filling_again_replaces_and_leaves_nothing_beside(folder: Path) -> None:
    fill(folder, QUADS[:10])
    with open_store(folder) as store:
        assert len(store) == 10
    assert [path.name for path in folder.parent.iterdir()] == ["store"]


def test_a_reader_keeps_what_it_opened(folder: Path) -> None:
    with open_store(folder) as store:
        fill(folder, [])
        assert len(store) == len(QUADS)
    with open_store(folder) as store:
        assert len(store) == 0


def test_several_readers_at_once(folder: Path) -> None:
    with open_store(folder) as one, open_store(folder) as other:
        assert len(one) == len(other) == len(QUADS)


def test_a_writer_that_puts_nothing_leaves_nothing(tmp_path: Path) -> None:
    with writing(tmp_path / "store"):
        pass
    assert not list(tmp_path.iterdir())


def test_a_failure_while_filling_leaves_the_older_store(folder: Path) -> None:
    def broken() -> object:
        yield from QUADS[:5]
        raise OSError("the disk is gone")

    with pytest.raises(StoreError, match="the disk is gone"):
        fill(folder, broken())  # type: ignore[arg-type]
    with open_store(folder) as store:
        assert len(store) == len(QUADS)


WRITER = """
import sys
from pathlib import Path
from kg.keep.store import writing
with writing(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_the_first_is(folder: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match=f"process {writer.pid} is writing this store"):
            fill(folder, [])
        with pytest.raises(StoreError, match=f"process {writer.pid} is writing this store"):
            change(folder, gone=b"", come=b"")
        with open_store(folder) as store:
            assert len(store) == len(QUADS)
        writer.kill()
    with writing(folder):
        pass
    fill(folder, [])


def test_a_closed_store_says_so(folder: Path) -> None:
    with open_store(folder) as store:
        pass
    with pytest.raises(StoreError, match="closed"):
        len(store)


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (f"{LAYOUT + 1}\nwhatever that has", "a newer kg"),
        (str(LAYOUT + 1), "a newer kg"),
        ("1\n", "an older kg"),
        (f"{LAYOUT}\n", "no name of a database"),
        (f"{LAYOUT}\n../data-1\n", "no name of a database"),
        ("x", "no version"),
        ("", "no version"),
    ],
)
def test_a_store_of_another_layout_is_refused(version: str, words: str, folder: Path) -> None:
    (folder / "version").write_text(version, encoding="ascii")
    with pytest.raises(StoreError, match=words), open_store(folder):
        pass


def test_a_store_of_a_newer_kg_is_not_replaced_but_one_of_an_older_is(folder: Path) -> None:
    (folder / "version").write_text(f"{LAYOUT + 1}\nnew", encoding="ascii")
    before = sorted(folder.rglob("*"))
    with pytest.raises(StoreError, match="of a newer kg, so it is not replaced"):
        fill(folder, [])
    assert sorted(folder.rglob("*")) == before
    (folder / "version").write_text("1\n", encoding="ascii")
    fill(folder, QUADS)
    with open_store(folder) as store:
        assert len(store) == len(QUADS)


def test_a_folder_without_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"), open_store(tmp_path / "none"):
        pass


def test_a_marker_without_a_database(folder: Path) -> None:
    current(folder).rename(folder.parent / "elsewhere")
    with pytest.raises(StoreError, match="database is missing"), open_store(folder):
        pass


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is no store"):
        fill(tmp_path, QUADS)
    assert (tmp_path / "letters.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is no store"):
        fill(tmp_path / "store", QUADS)


def test_a_store_in_memory_answers_alike() -> None:
    assert len(in_memory(QUADS)) == len(QUADS)


def test_a_store_from_a_file_is_the_same_and_takes_the_place_of_another(tmp_path: Path) -> None:
    quads = [ox.Quad(ox.NamedNode(f"http://e.org/{n}"), ox.NamedNode("http://e.org/p"), ox.Literal(str(n))) for n in range(30)]
    ox.serialize(quads, str(tmp_path / "graph.trig"), ox.RdfFormat.TRIG)
    fill(tmp_path / "store", quads[:3])
    load(tmp_path / "fresh", tmp_path / "graph.trig")
    with writing(tmp_path / "store"):
        put(tmp_path / "store", tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.trig", "store"]
    with open_store(tmp_path / "store") as store:
        assert set(store.quads()) == set(quads)


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "letters.txt").write_text("precious", encoding="utf-8")
    with pytest.raises(StoreError, match="is no store, so it is not replaced"), writing(tmp_path / "store"):
        pass
    assert (tmp_path / "store" / "letters.txt").read_text(encoding="utf-8") == "precious"


NEW = ox.Quad(ox.NamedNode("http://x/a"), ox.NamedNode("http://x/b"), ox.Literal('c " } \\'), ox.NamedNode("http://x/g"))


def trig(quads: Iterable[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.TRIG) or b""


def test_a_change_touches_what_differs_and_leaves_open_readers_alone(folder: Path) -> None:
    with open_store(folder) as reader:
        for _ in range(2):
            assert change(folder, gone=trig(QUADS[:3]), come=trig([*QUADS[:2], NEW])) == 2
        assert set(reader.quads()) == set(QUADS)
        with open_store(folder) as later:
            assert set(later.quads()) == {*QUADS, NEW} - {QUADS[2]}
        assert len([path for path in folder.iterdir() if path.is_dir()]) == 2
    change(folder, gone=b"", come=b"")
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [current(folder).name]


def test_a_change_of_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        change(tmp_path / "none", gone=b"", come=trig([NEW]))


def test_a_snapshot_is_a_store_of_its_own(folder: Path, tmp_path: Path) -> None:
    copy = snapshot(folder, tmp_path / "a" / "copy")
    change(folder, gone=trig(QUADS), come=b"")
    with open_store(copy) as store:
        assert set(store.quads()) == set(QUADS)
    change(copy, gone=b"", come=trig([NEW]))
    with open_store(copy) as store, open_store(folder) as original:
        assert (len(store), len(original)) == (len(QUADS) + 1, 0)
    with pytest.raises(StoreError, match="no copy"):
        snapshot(folder, copy)


READER = """
import sys
from pathlib import Path
from kg.keep.store import open_store
for _ in range(int(sys.argv[2])):
    with open_store(Path(sys.argv[1])) as store:
        assert len(list(store.quads())) == len(store) in (10, 20)
"""


def test_readers_see_whole_states_while_the_store_is_replaced(folder: Path) -> None:
    fill(folder, QUADS[:10])
    with subprocess.Popen([sys.executable, "-c", READER, str(folder), "40"], cwd=ROOT) as reader:
        while reader.poll() is None:
            fill(folder, QUADS[:20])
            fill(folder, QUADS[:10])
        assert reader.returncode == 0
