"""The extractor on Apache Spark: a column of texts in, a table of records out, on every worker at once."""

from __future__ import annotations

import functools
import os
import typing

import pyarrow

import zhengce

if typing.TYPE_CHECKING:
    import datetime

    from pyspark.sql import DataFrame

# Spark's name of each Arrow type that the tables use.
_SPARK_TYPES = {
    pyarrow.string(): "STRING",
    pyarrow.int64(): "BIGINT",
    pyarrow.float64(): "DOUBLE",
    pyarrow.bool_(): "BOOLEAN",
    pyarrow.date32(): "DATE",
}
# Counts over a whole output, which no worker sees.
_DOCUMENT_ID = "document_id"


def extract(
    df: DataFrame,
    text: str = "text",
    id: str = "id",
    date: str | None = None,
    *,
    kind: str = "figures",
    rules: str | os.PathLike[str] | typing.Sequence[str | os.PathLike[str]] | None = None,
    document_date: str | datetime.date | None = None,
) -> DataFrame:
    """Reads a column of texts on Spark's workers; a data frame of one table.

    ``kind`` names the table: a record kind, or ``documents``, ``speeches``, ``person_posts`` and so on. Its
    columns are those of the command's table without ``document_id``: ``source``, which holds the column
    ``id``, names the document, and the other ids count within it. ``date`` names a column of dates;
    ``document_date`` is the date of all texts. Rule files are read here and sent along with the job.

    >>> zhengce.spark.extract(reports, kind="projects").where("stage = 'completed'")  # doctest: +SKIP
    """
    recipe = _Recipe.of(zhengce.Extractor(rules=rules, date=document_date))
    columns = [name for name in (text, id, date) if name is not None]
    missing = [name for name in columns if name not in df.columns]
    if missing:
        raise ValueError(f"no column {missing[0]!r}; the data frame has {', '.join(df.columns)}")
    fields = _schema(kind)
    schema = ", ".join(f"`{field.name}` {_SPARK_TYPES[field.type]}" for field in fields)

    def read(batches: typing.Iterator[pyarrow.RecordBatch]) -> typing.Iterator[pyarrow.RecordBatch]:
        extractor = _extractor(recipe)
        for batch in batches:
            data = pyarrow.Table.from_batches([batch])
            for tables in extractor.extract_arrow_batches(
                data, text, id, date, threads=1, ids_per_document=True
            ):
                yield from tables[kind].to_pyarrow().drop_columns([_DOCUMENT_ID]).to_batches()

    return df.select(*columns).mapInArrow(read, schema)


class _Recipe(typing.NamedTuple):
    """What an extractor is built from, as a key."""

    rules: tuple[tuple[str, str], ...]
    date: str | None

    @classmethod
    def of(cls, extractor: zhengce.Extractor) -> _Recipe:
        _, (rules, date, _) = extractor.__reduce__()
        return cls(tuple(tuple(rule) for rule in rules), date)


@functools.lru_cache(maxsize=4)
def _extractor(recipe: _Recipe) -> zhengce.Extractor:
    """Built once in each worker process, which Spark keeps for many tasks."""
    return zhengce.Extractor._from_rule_texts(list(recipe.rules), recipe.date, None)


def _schema(kind: str) -> pyarrow.Schema:
    """The columns of a table, without the id that counts over a whole output."""
    nothing = pyarrow.table({"text": pyarrow.array([], pyarrow.string())})
    tables = zhengce.extract_arrow(nothing, id=None)
    if kind not in tables:
        raise ValueError(f"{kind!r} is not a table; there are {', '.join(tables)}")
    return pyarrow.schema([field for field in tables[kind].schema if field.name != _DOCUMENT_ID])
