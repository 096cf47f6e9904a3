"""Data frames of Polars in, data frames of records out."""

from __future__ import annotations

import typing

import zhengce

if typing.TYPE_CHECKING:
    import polars


def extract(
    frame: polars.DataFrame,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    *,
    keep: typing.Sequence[str] | None = None,
    threads: int | None = None,
    extractor: zhengce.Extractor | None = None,
) -> dict[str, polars.DataFrame]:
    """Reads a column of texts; a data frame a table, by name, with the columns of the command's tables.

    Without a column ``id``, or with ``id=None``, ``source`` is empty; ``keep`` names columns that ``documents`` carries along.
    """
    extractor = extractor or zhengce.shared()
    tables = extractor.extract_arrow(frame, text, id, date, keep=keep, threads=threads)
    return {name: table.to_polars() for name, table in tables.items()}
