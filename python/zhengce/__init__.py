"""Reads Chinese policy text and returns records, each traceable to its characters.

>>> import zhengce
>>> document = zhengce.extract("今年新建高标准农田212万亩，增长5.5%。", date="2026-01")
>>> document.speeches[0].figures[0]
Figure('212万亩', 4:9, value=2120000, unit='亩', kind='area', of='高标准农田', bound='exact', change='level', status='result', time=0)

Spans count code points: ``document.text[span.start:span.end]`` is the stretch itself.
"""

from __future__ import annotations

import datetime
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
    Term,
    Time,
    __version__,
    shared,
)

__all__ = [
    "KINDS",
    "Body",
    "Citation",
    "Document",
    "DocumentIterator",
    "Extractor",
    "Figure",
    "HeldPost",
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
    "Term",
    "Time",
    "__version__",
    "extract",
    "extract_many",
    "shared",
]


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
