"""The ledger, targets, and pages."""

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
    with pytest.raises(ValueError, match="no language of pages"):
        hostile.to_html(lang="fr")


def test_without_the_text_there_is_no_page_and_no_ledger(documents):
    bare = zhengce.Document.from_json(documents[0].to_json())
    assert bare._repr_html_() is None
    for needs_text in [bare.to_html, lambda: zhengce.ledger([bare])]:
        with pytest.raises(ValueError, match="has no text"):
            needs_text()
