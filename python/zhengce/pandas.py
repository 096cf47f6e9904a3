"""Data frames of pandas in, data frames of records out."""

from __future__ import annotations

import typing

import zhengce

if typing.TYPE_CHECKING:
    import pandas


def extract(
    frame: pandas.DataFrame,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    *,
    keep: typing.Sequence[str] | None = None,
    threads: int | None = None,
    extractor: zhengce.Extractor | None = None,
) -> dict[str, pandas.DataFrame]:
    """Reads a column of texts; a data frame a table, by name, with the columns of the command's tables.

    ``id=None`` leaves ``source`` empty; ``keep`` names columns that ``documents`` carries along.
    """
    columns = [name for name in (text, id, date, *(keep or ())) if name is not None]
    extractor = extractor or zhengce.shared()
    tables = extractor.extract_arrow(frame[columns], text, id, date, keep=keep, threads=threads)
    return {name: table.to_pandas() for name, table in tables.items()}
