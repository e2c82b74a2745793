"""An evaluation from end to end: a built graph, or inputs read for the purpose, against a gold folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.evaluate.compare import Compared, compare
from kg.evaluate.figures import Figures, figures
from kg.evaluate.gold import EVERY, Choice, GoldArticle, gold_files, read_gold
from kg.evaluate.groups import Judged, judged
from kg.evaluate.told import NOTHING, stem, told_by_document
from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.pipeline import Settings, open_built
from kg.pipeline.build import results, silent
from kg.pipeline.reading import Progress, read_all
from kg.resolve import resolve
from kg.values import Document, Graph, Skipped


@dataclass(frozen=True)
class Evaluation:
    """All articles compared, every claim judged, and the figures; ``absent`` names articles of which the graph has no document."""

    ontology: Ontology
    figures: Figures
    compared: tuple[Compared, ...]
    claims: tuple[Judged, ...]
    absent: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


def evaluate_built(gold: Path, out: Path, *, ontology: Path | None = None, choice: Choice = EVERY) -> Evaluation:
    """The graph that ``kg build`` left in ``out`` against the chosen articles of the folder ``gold``.

    Raises UsageError where the graph has a document of none of them, InputError for annotations that are none.
    """
    articles = _articles(gold, choice)
    known = load_ontology(ontology or ontology_folder())
    return against(articles, open_built(out).graph(known.schema), known)


def evaluate(gold: Path, inputs: Iterable[Path], settings: Settings, *, choice: Choice = EVERY, progress: Progress = silent) -> Evaluation:
    """The documents of ``inputs`` that the chosen articles annotate, read for the purpose, against these; the others are not read."""
    articles = _articles(gold, choice)
    known = load_ontology(settings.ontology or ontology_folder())
    found = list(results(inputs, known))
    wanted = {article.id for article in articles}
    documents = [one for one in found if isinstance(one, Document) and stem(one.id) in wanted]
    gathered = read_all(documents, known, workers=settings.workers, progress=progress)
    skipped = (*(one for one in found if isinstance(one, Skipped)), *gathered.skipped)
    return against(articles, resolve(gathered.readings, known), known, skipped=skipped)


def against(articles: Sequence[GoldArticle], graph: Graph, known: Ontology, *, skipped: Sequence[Skipped] = ()) -> Evaluation:
    """The graph against the articles; an article without a document in the graph counts as missed whole."""
    told = told_by_document(graph)
    absent = tuple(article.id for article in articles if article.id not in told)
    if len(absent) == len(articles):
        raise UsageError(f"none of the {len(articles)} annotated articles is told of; their ids are {', '.join(absent[:3])} …")
    compared = tuple(compare(article, told.get(article.id, NOTHING)) for article in articles)
    return Evaluation(known, figures(compared), compared, tuple(judged(compared, known)), absent, tuple(skipped))


def _articles(folder: Path, choice: Choice) -> list[GoldArticle]:
    return [read_gold(path) for path in gold_files(folder, choice)]
