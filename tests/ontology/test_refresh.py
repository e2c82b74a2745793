"""Building the big authority files from public lists."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.ontology.authority import COLUMNS
from kg.ontology.refresh import main, refresh, romanise

REPO = Path(__file__).parents[2]
SHARED = REPO / ".." / "shared" / "gazetteers"
RULES = """
listed: {gazetteer: firms.csv, file: listed.csv, class: Company, skip: 스팩, hangul: 2, latin: 3, common: 무지개}
public:
  gazetteer: bodies.csv
  file: public.csv
  form: '주식회사|[(]재[)]'
  classes: [['연구원$', ResearchInstitute], ['', GovernmentBody]]
colleges:
  {gazetteer: schools.json, file: colleges.csv, class: University, skip: 캠퍼스, cued: 해돋대, short: [[여자대학교, 여대], [대학교, 대]]}
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    lists, folder = tmp_path / "lists", tmp_path / "authority"
    lists.mkdir()
    folder.mkdir()
    firms = ["무지개,000003", "별빛전자,000001", "달,000002", "ABC,000004", "가득스팩,000005", "샛별중공업,000006", "알려진이름,000007"]
    (lists / "firms.csv").write_text("회사명,종목코드\n" + "\n".join(firms) + "\n", "utf-8")
    bodies = ["(재)물결진흥원,기타,바람부,,서울", "물결연구원,기타,바람부,물결진흥원,서울"]
    (lists / "bodies.csv").write_text("기관명,유형,부처,상위,곳\n" + "\n".join(bodies) + "\n", "utf-8")
    schools = ["햇살여자대학교", "해돋대학교", "햇살대학교 둘째캠퍼스"]
    (lists / "schools.json").write_text(json.dumps([{"nameKr": name} for name in schools]), "utf-8")
    hand = ["wind,GovernmentBody,바람부,,,,,,,,general,", "known,Company,옛이름,,알려진 이름,,,,,,general,"]
    hand.append("star,Company,샛별,,,,,,,,KRX:000006,")
    (folder / "hand.csv").write_text(",".join((*COLUMNS, "match")) + "\n" + "\n".join(hand) + "\n", "utf-8")
    (folder / "refresh.yml").write_text(RULES, "utf-8")
    return lists, folder


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["ko"]: row for row in csv.DictReader(file)}


def test_each_list_gives_its_rows(folders: tuple[Path, Path]) -> None:
    assert refresh(*folders) == {"public.csv": 2, "listed.csv": 4, "colleges.csv": 2}
    listed, public, colleges = (rows(folders[1] / name) for name in ("listed.csv", "public.csv", "colleges.csv"))
    assert {name: (row["id"], row["source"], row["match"]) for name, row in listed.items()} == {
        "별빛전자": ("byeolbitjeonja", "KRX:000001", ""),
        "달": ("dal", "KRX:000002", "context"),
        "무지개": ("mujigae", "KRX:000003", "context"),
        "ABC": ("abc", "KRX:000004", "context"),
    }
    assert {name: (row["class"], row["parent"]) for name, row in public.items()} == {
        "물결진흥원": ("GovernmentBody", "wind"),
        "물결연구원": ("ResearchInstitute", public["물결진흥원"]["id"]),
    }
    assert {name: row["aliases"] for name, row in colleges.items()} == {"햇살여자대학교": "햇살여대", "해돋대학교": "해돋대?"}


def test_a_second_run_changes_nothing_and_an_id_outlives_a_new_name(folders: tuple[Path, Path]) -> None:
    refresh(*folders)
    first = {path.name: path.read_bytes() for path in folders[1].glob("*.csv")}
    refresh(*folders)
    assert {path.name: path.read_bytes() for path in folders[1].glob("*.csv")} == first
    firms = folders[0] / "firms.csv"
    firms.write_text(firms.read_text("utf-8").replace("별빛전자", "별빛반도체"), "utf-8")
    refresh(*folders)
    assert rows(folders[1] / "listed.csv")["별빛반도체"]["id"] == "byeolbitjeonja"


def test_a_missing_list_is_named(folders: tuple[Path, Path]) -> None:
    (folders[0] / "schools.json").unlink()
    with pytest.raises(InputError, match=r"schools\.json"):
        refresh(*folders)
    with pytest.raises(UsageError, match="GAZETTEERS"):
        main([])


@pytest.mark.parametrize(
    ("name", "id_"),
    [("한글", "hangeul"), ("SK하이닉스", "skhainikseu"), ("S&K폴리텍", "s-kpolritek"), ("값", "gap"), ("ＡＢ씨", "abssi"), ("·", "x")],
)
def test_romanised_names(name: str, id_: str) -> None:
    assert romanise(name) == id_


def test_the_built_files_are_what_the_lists_give_today(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the public lists of ../shared are not here")
    source = REPO / "ontology" / "authority"
    copy = tmp_path / "authority"
    shutil.copytree(source, copy)
    assert refresh(SHARED, copy)["listed.csv"] > 2000
    for name in ("public.csv", "listed.csv", "colleges.csv"):
        assert (copy / name).read_bytes() == (source / name).read_bytes()
