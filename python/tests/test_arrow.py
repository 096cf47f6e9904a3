"""Tables in and out: every library that speaks Arrow, streams, ids, missing values."""

import datetime

import duckdb
import pandas
import polars
import pyarrow
import pytest

import zhengce
import zhengce.pandas
import zhengce.polars

TEXTS = [f"去年新建学校{number}所，总投资{number}.5亿元，增长{number % 9 + 1}%。" for number in range(1, 301)]
IDS = [f"report-{number}" for number in range(1, 301)]


@pytest.fixture(scope="module")
def data():
    return pyarrow.table({"id": IDS, "text": TEXTS})


@pytest.fixture(scope="module")
def tables(data):
    return zhengce.extract_arrow(data)


def test_every_table_is_there_with_the_columns_of_the_command(tables):
    assert {"documents", "speeches", "people", "person_posts", "figures", "times"} <= set(tables)
    figures = tables["figures"]
    assert figures.column_names[:4] == ["figure_id", "document_id", "speech_id", "source"]
    assert len(figures) == 3 * len(TEXTS) and figures.name == "figures"
    assert repr(figures) == f"Table(figures: 900 rows, {len(figures.column_names)} columns)"
    assert figures.schema == figures.to_pyarrow().schema
    assert len(tables["matches"]) == 0


def test_values_are_those_of_extract(tables):
    rows = tables["figures"].to_pyarrow().to_pylist()
    for index, text in enumerate(TEXTS):
        figures = zhengce.extract(text).speeches[0].figures
        for row, figure in zip(rows[3 * index :], figures):
            assert row["source"] == IDS[index] and row["text"] == figure.text
            assert row["value"] == float(figure.value) and row["unit"] == figure.unit
            assert text[row["span_start"] : row["span_end"]] == figure.text
            assert row["sentence"] == text and row["rule"] == figure.rule


def test_ids_link_the_tables(tables):
    figures, times = (tables[name].to_pandas() for name in ("figures", "times"))
    joined = figures.merge(times, on="time_id", suffixes=("", "_of_time"))
    assert len(joined) == len(figures[figures.time_id.notna()]) > 0
    assert (joined.source == joined.source_of_time).all()
    assert list(tables["documents"].to_pandas().source) == IDS


@pytest.mark.parametrize(
    "given",
    [
        lambda data: data,
        lambda data: data.to_pandas(),
        lambda data: polars.from_arrow(data),
        lambda data: duckdb.from_arrow(data),
        lambda data: data.to_reader(7),
        lambda data: data.cast(pyarrow.schema({"id": pyarrow.string_view(), "text": pyarrow.large_string()})),
        lambda data: data.set_column(1, "text", data["text"].dictionary_encode()),
    ],
    ids=["pyarrow", "pandas", "polars", "duckdb", "stream", "views", "dictionary"],
)
def test_every_library_gives_the_same(data, tables, given):
    found = zhengce.extract_arrow(given(data))
    for name, table in tables.items():
        assert found[name].to_pyarrow() == table.to_pyarrow(), name


def test_every_library_takes_the_tables(tables):
    figures = tables["figures"]
    assert pyarrow.table(figures).num_rows == len(figures)
    assert polars.DataFrame(figures).height == len(figures)
    assert len(figures.to_pandas()) == len(figures) == figures.to_polars().height
    assert pandas.DataFrame.from_arrow(figures).shape[0] == len(figures)
    total = duckdb.sql("select sum(value) from figures where unit = '所'").fetchall()
    assert total == [(sum(range(1, 301)),)]


def test_batches_are_the_whole_in_pieces(data, tables):
    pieces = list(zhengce.extract_arrow_batches(data.to_reader(50)))
    assert len(pieces) == 6
    for name, table in tables.items():
        together = pyarrow.concat_tables([piece[name].to_pyarrow() for piece in pieces])
        assert together == table.to_pyarrow(), name


def test_ids_per_document_do_not_depend_on_the_rest(extractor, data):
    def rows(data):
        batches = extractor.extract_arrow_batches(data, ids_per_document=True)
        return [row for tables in batches for row in tables["figures"].to_pyarrow().to_pylist()]

    assert rows(data)[3 * 100 : 3 * 101] == rows(data.slice(100, 1))


def test_a_text_of_100_000_records_among_small_ones_is_whole():
    texts = ["新建学校5所。", "新建学校5所，增长5.5%。" * 50_000, "新建学校5所。"]
    tables = zhengce.extract_arrow(pyarrow.table({"text": texts}), id=None)
    counts = tables["figures"].to_pandas().groupby("document_id").size()
    assert counts.tolist() == [1, 100_000, 1]


def test_any_number_of_threads_gives_the_same(data, tables):
    for threads in [1, 2, 5]:
        found = zhengce.extract_arrow(data, threads=threads)
        assert all(found[name].to_pyarrow() == table.to_pyarrow() for name, table in tables.items())


def test_dates_ids_and_other_columns():
    frame = pandas.DataFrame(
        {
            "url": [1, 2, 3, 4],
            "body": ["去年建成。", "去年建成。", None, "去年建成。"],
            "day": [datetime.date(2020, 1, 5), None, None, datetime.date(2022, 7, 1)],
            "region": ["甲", "乙", None, "丁"],
        }
    )
    tables = zhengce.extract_arrow(frame, text="body", id="url", date="day", keep=["region"])
    documents = tables["documents"].to_pandas()
    assert list(documents.source) == ["1", "2", "3", "4"]
    assert list(documents.characters) == [5, 5, 0, 5]
    assert documents.region[0] == "甲" and pandas.isna(documents.region[2])
    times = tables["times"].to_pandas()
    assert times.iso.fillna("unresolved").tolist() == ["2019", "unresolved", "2021"]
    stamps = pyarrow.table({"text": ["去年。"], "at": [datetime.datetime(2021, 3, 4, 5)]})
    assert zhengce.extract_arrow(stamps, id=None, date="at")["times"].to_pandas().iso[0] == "2020"


def test_dates_are_read_as_the_command_reads_them_and_what_is_none_is_told():
    frame = pandas.DataFrame({"text": ["去年建成。"] * 4, "date": ["2022年3月", "2022/3/5 10:30", "unknown", ""]})
    with pytest.warns(UserWarning, match='1 of the dates cannot be read and count as missing, the first: "unknown"'):
        times = zhengce.extract_arrow(frame, date="date")["times"].to_pandas()
    assert times.iso.fillna("unresolved").tolist() == ["2021", "2021", "unresolved", "unresolved"]


def test_texts_alone_are_enough():
    frame = pandas.DataFrame({"text": ["新建学校5所。"]})
    for tables in [zhengce.pandas.extract(frame), zhengce.polars.extract(polars.from_pandas(frame))]:
        assert len(tables["figures"]) == 1
    assert zhengce.extract_arrow(frame)["documents"].to_pandas().source.isna().all()
    with pytest.raises(ValueError, match='no column "number" for id; the data has text'):
        zhengce.extract_arrow(frame, id="number")


def test_helpers_save_a_line(data):
    figures = zhengce.pandas.extract(data.to_pandas())["figures"]
    assert figures.groupby("unit").value.sum()["所"] == sum(range(1, 301))
    assert zhengce.polars.extract(polars.from_arrow(data))["figures"].height == 900


def test_rules_and_kinds_are_the_extractors(tmp_path, data):
    rules = tmp_path / "rules.toml"
    rules.write_text("[[pattern]]\nname = 'school'\nregex = '学校(?P<count>\\d+)'\n", encoding="utf-8")
    tables = zhengce.Extractor(rules=rules, kinds=["matches"]).extract_arrow(data)
    assert set(tables) == {"documents", "speeches", "sections", "matches", "match_fields"}
    assert len(tables["matches"]) == len(TEXTS) == len(tables["match_fields"])


def test_what_is_no_data_is_refused(data):
    with pytest.raises(TypeError, match="list is not Arrow data; give a table of"):
        zhengce.extract_arrow(["新建学校5所。"])
    with pytest.raises(ValueError, match="no column \"body\" for text; the data has id, text"):
        zhengce.extract_arrow(data, text="body")
    with pytest.raises(ValueError, match="threads must be at least 1"):
        zhengce.extract_arrow(data, threads=0)

    def broken():
        yield data.to_batches()[0]
        raise OSError("the disk is gone")

    with pytest.raises(ValueError, match="the disk is gone"):
        zhengce.extract_arrow(pyarrow.RecordBatchReader.from_batches(data.schema, broken()))


def test_no_rows_are_empty_tables():
    nothing = pyarrow.table({"id": pyarrow.array([], pyarrow.string()), "text": pyarrow.array([], pyarrow.string())})
    tables = zhengce.extract_arrow(nothing)
    assert all(len(table) == 0 for table in tables.values())
    assert tables["figures"].to_pyarrow().schema.field("value").type == pyarrow.float64()
