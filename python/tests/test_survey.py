"""The ledger, targets, and pages."""

import datetime
import re
from pathlib import Path

import pytest

import zhengce

REPORTS = sorted((Path(__file__).parent.parent / "notebooks" / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def documents():
    texts = [path.read_text(encoding="utf-8") for path in REPORTS]
    return list(zhengce.extract_many(texts, sources=[path.name for path in REPORTS]))


def test_the_ledger_follows_a_project_over_the_years(documents):
    ledger = zhengce.ledger(documents)
    rows = {row["name"]: row for row in ledger.to_rows()}
    bridge = rows["南溪大桥"]
    assert bridge["place"] == "清溪县" and bridge["state"] == "delivered" and bridge["stage"] == "operating"
    assert (bridge["first_date"], bridge["last_date"], bridge["mention_count"]) == ("2023-01-09", "2025-01-08", 4)
    assert "南溪大桥建成通车" in bridge["sentence"]
    assert zhengce.Ledger.from_json(ledger.to_json()) == ledger and len(ledger) == len(ledger.to_rows())
    assert zhengce.shared().ledger(documents) == ledger
    assert len(ledger.to_dict()["documents"]) == len(documents)
    assert ledger.to_dict()["entries"][0]["mentions"]


def csv_columns(table):
    """The columns of a table, as docs/tables.md has them."""
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def test_rows_have_the_columns_of_the_commands_tables(documents):
    ledger, targets = zhengce.ledger(documents), zhengce.targets(documents)
    for survey, own, others in [
        (ledger, "ledger", ["ledger_steps", "ledger_mentions"]),
        (targets, "target_years", ["target_claims"]),
    ]:
        assert survey.to_rows() == survey.to_rows(own)
        for table in [own, *others]:
            assert list(survey.to_rows(table)[0]) == csv_columns(table), table
        with pytest.raises(ValueError, match=f"steps.* is not a table; there are .*{own}"):
            survey.to_rows("steps")
    entries, steps = ledger.to_rows(), ledger.to_rows("ledger_steps")
    assert {step["entry_id"] for step in steps} <= {entry["entry_id"] for entry in entries}
    dated = [entry for entry in entries if entry["deadline_last_day"]]
    assert dated and all(entry["deadline_last_day"] == days_of(ledger)[entry["name"]] for entry in dated)


def days_of(ledger):
    entries = [entry for entry in ledger.to_dict()["entries"] if entry["deadline"]]
    days = [(entry["name"], entry["deadline"]["last_day"]) for entry in entries]
    return {name: datetime.date.fromisoformat(day) for name, day in days if day}


def test_what_is_overdue_is_asked_on_a_day():
    documents = [zhengce.extract("8月31日前建成渔港5座。", date="2025-01-15")]

    def overdue(**asked):
        return [entry["overdue"] for entry in zhengce.ledger(documents, **asked).to_rows()]

    assert overdue() == overdue(as_of="2025-08-31") == [False]
    assert overdue(as_of="2025-09-01") == overdue(as_of=datetime.date(2025, 9, 1)) == [True]
    assert zhengce.shared().ledger(documents, as_of="2025-09").to_dict()["as_of"] == "2025-09"
    with pytest.raises(ValueError, match="is not a date"):
        overdue(as_of="2025-02-30")


def test_a_place_is_given_for_all_documents_or_for_each():
    documents = [
        zhengce.extract("今年新建渔港5座。全县生产总值增长5%。", date=date) for date in ("2025-01", "2026-01")
    ]

    def places(place):
        made = [zhengce.ledger(documents, place=place), zhengce.targets(documents, place=place)]
        assert made[0].to_rows() == zhengce.shared().ledger(documents, place=place).to_rows()
        return [sorted({row["place"] or "" for row in one.to_rows()}) for one in made]

    assert places("青溪县") == [["青溪县"]] * 2
    assert places(["青溪县", "白河县"]) == [["白河县", "青溪县"]] * 2
    assert places(["青溪县", None]) == [["", "青溪县"]] * 2
    assert places(None) == [[""]] * 2
    with pytest.raises(ValueError, match="1 places for 2 documents"):
        places(["青溪县"])


def test_what_moved_is_told(documents):
    earlier = zhengce.ledger(documents[:2])
    moved = {row["name"]: row["moved"] for row in zhengce.ledger(documents, against=earlier).to_rows()}
    assert moved["县人民医院新院区"] == "delivered"


def test_targets_meet_their_results(documents):
    targets = zhengce.targets(documents)
    rows = {(row["indicator"], row["aspect"], row["year"]): row for row in targets.to_rows()}
    growth = rows["国内生产总值", "growth", "2024"]
    assert (growth["target"], growth["target_bound"], growth["result"]) == (6.5, "about", 6.1)
    assert growth["place"] == "清溪县" and "6.5%左右" in growth["target_sentence"]
    assert rows["国内生产总值", "growth", "2025"]["result"] is None
    assert targets == zhengce.shared().targets(documents)


def test_pages_are_whole_and_inert(documents):
    for thing in [documents[0], zhengce.ledger(documents), zhengce.targets(documents)]:
        page = thing.to_html(lang="zh")
        assert page.startswith("<!doctype html>")
        assert not re.search(r"""(src|href)=["']?https?:|url\(|@import""", page), "something is loaded from elsewhere"
        assert thing._repr_html_().startswith("<iframe sandbox=")
    hostile = zhengce.extract("<script>alert(1)</script>新建学校5所。")
    assert "<script>alert" not in hostile.to_html() and "<script>alert" not in hostile._repr_html_()
    with pytest.raises(ValueError, match="is not a language of pages"):
        hostile.to_html(lang="fr")


def test_without_the_text_there_is_no_page_and_no_ledger(documents):
    bare = zhengce.Document.from_json(documents[0].to_json())
    assert bare._repr_html_() is None
    for needs_text in [bare.to_html, lambda: zhengce.ledger([bare])]:
        with pytest.raises(ValueError, match="has no text"):
            needs_text()


def test_a_document_from_json_and_its_text_gives_the_same_ledger_and_targets(documents):
    again = [zhengce.Document.from_json(document.to_json(), document.text) for document in documents]
    assert [document.sentences for document in again] == [document.sentences for document in documents]
    assert zhengce.ledger(again) == zhengce.ledger(documents)
    assert zhengce.targets(again).to_rows() == zhengce.targets(documents).to_rows()
    with pytest.raises(ValueError, match="give the text that the document was read from"):
        zhengce.Document.from_json(documents[0].to_json(), documents[0].text[:9])


def test_documents_come_from_any_iterable():
    texts = ["今年，新建学校5所。", "今年，建成学校5所。"]
    documents = zhengce.extract_many(texts, dates=["2024", "2025"])
    assert zhengce.ledger(documents) == zhengce.ledger(list(zhengce.extract_many(texts, dates=["2024", "2025"])))
    assert len(zhengce.targets(iter(()))) == 0
    with pytest.raises(TypeError, match="Document"):
        zhengce.ledger(texts)
