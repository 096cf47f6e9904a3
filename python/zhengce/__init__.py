"""Reads Chinese policy text and returns records, each traceable to its characters.

>>> import zhengce
>>> document = zhengce.extract("今年新建高标准农田212万亩，增长5.5%。", date="2026-01")
>>> document.speeches[0].figures[0]
Figure('212万亩', 9:14, value=2120000, unit='亩', kind='area', of='高标准农田', bound='exact', change='level', status='target', time=0)

Spans count code points: ``document.text[span.start:span.end]`` is the stretch itself.
"""

from __future__ import annotations

import datetime
import importlib
import typing

from zhengce._zhengce import (
    KINDS,
    Body,
    Citation,
    Document,
    DocumentIterator,
    Extractor,
    Figure,
    HeldPost,
    Ledger,
    Match,
    Measure,
    Mention,
    Person,
    Place,
    Post,
    Project,
    RuleError,
    Section,
    Span,
    Speech,
    Table,
    TableIterator,
    Targets,
    Term,
    Time,
    __version__,
    ledger,
    shared,
)

if typing.TYPE_CHECKING:
    from zhengce._zhengce import ArrowStream

__all__ = [
    "KINDS",
    "Body",
    "Citation",
    "Document",
    "DocumentIterator",
    "Extractor",
    "Figure",
    "HeldPost",
    "Ledger",
    "Match",
    "Measure",
    "Mention",
    "Person",
    "Place",
    "Post",
    "Project",
    "RuleError",
    "Section",
    "Span",
    "Speech",
    "Table",
    "TableIterator",
    "Targets",
    "Term",
    "Time",
    "__version__",
    "extract",
    "extract_arrow",
    "extract_arrow_batches",
    "extract_many",
    "ledger",
    "shared",
    "targets",
]


if not typing.TYPE_CHECKING:

    def __getattr__(name):
        """The parts that need another package, loaded when they are first named: ``zhengce.pandas``."""
        if name in {"labelling", "pandas", "polars", "spark"}:
            return importlib.import_module(f"zhengce.{name}")
        raise AttributeError(f"module 'zhengce' has no attribute {name!r}")


def extract(
    text: str,
    *,
    date: str | datetime.date | None = None,
    source: str | None = None,
) -> Document:
    """Reads one text with an extractor that the whole program shares; see :meth:`Extractor.extract`."""
    return shared().extract(text, date=date, source=source)


def extract_many(
    texts: typing.Iterable[str],
    *,
    dates: typing.Iterable[str | datetime.date | None] | None = None,
    sources: typing.Iterable[object] | None = None,
    threads: int | None = None,
) -> DocumentIterator:
    """Reads texts with several threads and a shared extractor; see :meth:`Extractor.extract_many`."""
    return shared().extract_many(texts, dates=dates, sources=sources, threads=threads)


def extract_arrow(
    data: ArrowStream,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    *,
    keep: typing.Sequence[str] | None = None,
    threads: int | None = None,
) -> dict[str, Table]:
    """Reads a column of texts with a shared extractor; see :meth:`Extractor.extract_arrow`."""
    return shared().extract_arrow(data, text, id, date, keep=keep, threads=threads)


def extract_arrow_batches(
    data: ArrowStream,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    *,
    keep: typing.Sequence[str] | None = None,
    threads: int | None = None,
) -> TableIterator:
    """As :func:`extract_arrow`, some rows at a time; see :meth:`Extractor.extract_arrow_batches`."""
    return shared().extract_arrow_batches(data, text, id, date, keep=keep, threads=threads)


def targets(
    documents: typing.Iterable[Document],
    *,
    place: str | typing.Sequence[str | None] | None = None,
) -> Targets:
    """Indicators by year over these documents; see :meth:`Extractor.targets`."""
    return shared().targets(documents, place=place)
