"""Writes tables of real texts, reads them back with pandas, DuckDB and openpyxl, compares with the JSON."""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import openpyxl
import pandas

KINDS = ["people", "posts", "bodies", "places", "projects", "figures", "times", "terms", "citations", "measures", "matches"]
IDS = {"people": "person_id", "bodies": "body_id", "matches": "match_id"}
CARRIED = "=HYPERLINK(\"http://a\")"


def run(command, *args):
    done = subprocess.run([command, *map(str, args)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{args}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def check(holds, what):
    if not holds:
        sys.exit(f"tables: {what}")


def same(found, expected, what):
    check(found == expected, f"{what}: {found!r}, not {expected!r}")


def expected_rows(documents):
    """For each kind the text, span and source of every record, as the JSON has them."""
    rows = {kind: [] for kind in KINDS}
    for document in documents:
        for speech in document["speeches"]:
            for kind in KINDS:
                rows[kind] += [
                    (record["text"], record["span"]["start"], record["span"]["end"], document["source"])
                    for record in speech[kind]
                ]
    return rows


def read_csv(path):
    """Texts as they stand, empty cells as null."""
    return pandas.read_csv(path, dtype={"text": str, "source": str}, keep_default_na=False, na_values=[""])


def with_pandas(folder, documents):
    rows = expected_rows(documents)
    values = [f["value"] for d in documents for s in d["speeches"] for f in s["figures"]]
    for ending, read in [("csv", read_csv), ("parquet", pandas.read_parquet)]:
        tables = {path.stem: path for path in (folder / ending).iterdir()}
        same(len(tables), 19, f"number of {ending} files")
        for kind in KINDS:
            frame = read(tables[kind])
            # In CSV a text that begins as a formula does has a mark before it.
            texts = [text[1:] if ending == "csv" and text[:1] == "'" and text[1:2] in "=+-@＝＋－＠" else text for text in frame["text"]]
            same(list(zip(texts, frame["span_start"], frame["span_end"], frame["source"])), rows[kind], f"{kind}.{ending}")
            check(frame[IDS.get(kind, kind[:-1] + "_id")].is_unique, f"ids of {kind}.{ending}")
        figures = read(tables["figures"])
        found = [None if pandas.isna(value) else value for value in figures["value"]]
        same(found, values, f"values in figures.{ending}")
        for text, sentence in zip(figures["text"], figures["sentence"]):
            check(text.lstrip("'") in sentence, f"no {text} in the sentence {sentence}")


def with_duckdb(folder, documents):
    database = duckdb.connect()
    for ending in ["csv", "parquet"]:
        for path in (folder / ending).iterdir():
            same(database.sql(f"select count(*) from '{path}'").fetchall()[0][0] >= 0, True, str(path))
    figures, times = folder / "parquet/figures.parquet", folder / "parquet/times.parquet"
    joined = database.sql(
        f"select count(*) from '{figures}' f join '{times}' t using (time_id) "
        "where f.time is distinct from t.text or f.time_first_day is distinct from t.first_day"
    ).fetchall()[0][0]
    same(joined, 0, "figures that lead to another time than they name")
    lost = database.sql(
        f"select count(*) from '{figures}' f anti join '{folder / 'parquet/speeches.parquet'}' s using (speech_id, document_id)"
    ).fetchall()[0][0]
    same(lost, 0, "figures without speech")
    kinds = {row[0]: row[1] for row in database.sql(f"describe select * from '{figures}'").fetchall()}
    same([kinds[name] for name in ["figure_id", "value", "time_last_day", "text"]], ["BIGINT", "DOUBLE", "DATE", "VARCHAR"], "types")
    total = database.sql(f"select sum(value) from '{folder / 'csv/figures.csv'}' where unit = '元'").fetchall()[0][0]
    of_json = sum(f["value"] or 0 for d in documents for s in d["speeches"] for f in s["figures"] if f["unit"] == "元")
    check(abs(total - of_json) <= 1e-9 * of_json, f"sum of money: {total}, not {of_json}")


def with_openpyxl(folder, documents):
    rows = expected_rows(documents)
    book = openpyxl.load_workbook(folder / "out.xlsx")
    same(len(book.sheetnames), 19, "number of sheets")
    for kind in KINDS:
        sheet = book[kind]
        names = [cell.value for cell in sheet[1]]
        at = [names.index(name) for name in ["text", "span_start", "span_end", "source"]]
        found = [tuple(row[index] for index in at) for row in sheet.iter_rows(min_row=2, values_only=True)]
        same(found, rows[kind], f"sheet {kind}")
        same((sheet.freeze_panes, sheet.auto_filter.ref.startswith("A1:")), ("A2", True), f"header of {kind}")
    figures = book["figures"]
    names = [cell.value for cell in figures[1]]
    cells = [row[names.index("value")] for row in figures.iter_rows(min_row=2) if row[names.index("value")].value is not None]
    check(cells and all(cell.data_type == "n" for cell in cells), "numbers are numbers")
    days = [row[names.index("time_last_day")] for row in figures.iter_rows(min_row=2)]
    check(any(cell.is_date for cell in days), "days are days")


def carried(command, folder):
    """A carried column that would be a formula stays text everywhere."""
    table = folder / "in.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "text", "链接"], ["a", "新建桥梁5座。", CARRIED], ["b", "无", "+1"]])
    run(command, "extract", table, "--keep", "链接", "--format", "csv", "-o", folder / "carried")
    found = pandas.read_csv(folder / "carried/documents.csv")["链接"].tolist()
    same(found, ["'" + CARRIED, "'+1"], "carried formulas in CSV")
    run(command, "extract", table, "--keep", "链接", "-o", folder / "carried.xlsx")
    sheet = openpyxl.load_workbook(folder / "carried.xlsx")["documents"]
    last = [row[-1] for row in sheet.iter_rows(min_row=2)]
    same([(cell.value, cell.data_type) for cell in last], [(CARRIED, "s"), ("+1", "s")], "carried formulas in Excel")


def main(command, texts):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        documents = json.loads(run(command, "extract", texts))
        for ending in ["csv", "parquet"]:
            run(command, "extract", texts, "--format", ending, "-o", folder / ending)
        run(command, "extract", texts, "-o", folder / "out.xlsx")
        with_pandas(folder, documents)
        with_duckdb(folder, documents)
        with_openpyxl(folder, documents)
        carried(command, folder)
        records = sum(map(len, expected_rows(documents).values()))
        print(f"tables: {records} records of {len(documents)} texts read back with pandas, DuckDB and openpyxl")


main(*sys.argv[1:])
