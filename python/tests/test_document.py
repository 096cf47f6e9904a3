"""What `extract` returns, as a Python user sees it."""

import copy
import datetime
import pickle
from decimal import Decimal

import pytest
from conftest import REPORT
from hypothesis import given, settings
from hypothesis import strategies as st

import zhengce


def figure(document, text):
    found = [figure for speech in document.speeches for figure in speech.figures if figure.text == text]
    assert found, f"{text} is not among the figures"
    return found[0]


def test_attributes_are_typed(report):
    speech = report.speeches[0]
    assert report.source == "report.txt"
    assert report.date == "2026-01-12"
    assert speech.speaker.text == "陈雨桐" and speech.speaker.speaker is True
    assert [post.title for post in speech.speaker.posts] == ["县长"]
    growth = figure(report, "6.2%")
    assert growth.value == Decimal("6.2") and growth.unit == "%" and growth.change == "up"
    assert growth.of.text == "生产总值"
    assert speech.times[growth.time].iso == "2025"
    assert figure(report, "318.5亿元").value == 31_850_000_000


def test_spans_slice_the_text(report):
    assert report.text == REPORT
    for start, end, kind in report.spans():
        assert 0 <= start < end <= len(REPORT) and kind in zhengce.KINDS
    school = figure(report, "5所")
    assert REPORT[school.span.start : school.span.end] == "5所"
    assert report.spans(["figures"]) == [span for span in report.spans() if span[2] == "figures"]


def test_sentences_hold_the_records(report):
    school = figure(report, "5所")
    around = [each for each in report.sentences if each.start <= school.span.start < each.end]
    assert [REPORT[each.start : each.end].strip() for each in around] == ["今年，新建学校5所，城镇新增就业3000人以上。"]
    assert pickle.loads(pickle.dumps(report)).sentences == report.sentences


def test_lists_are_made_once(report):
    speech = report.speeches[0]
    assert report.speeches is report.speeches and speech.figures is speech.figures


def test_dictionaries_and_json_are_the_contract(report):
    plain = report.to_dict()
    assert plain["speeches"][0]["figures"][0] == report.speeches[0].figures[0].to_dict()
    assert figure(report, "6.2%").to_dict()["value"] == 6.2
    again = zhengce.Document.from_json(report.to_json())
    assert again == report and again.text is None
    assert zhengce.Document.from_json(report.to_json(indent=True), report.text).text == REPORT
    with pytest.raises(ValueError, match="not the JSON that to_json writes"):
        zhengce.Document.from_json("{}")


def test_documents_and_extractors_are_pickled(report, tmp_path):
    again = pickle.loads(pickle.dumps(report))
    assert again == report and again.text == REPORT
    assert copy.deepcopy(report) == report
    rules = tmp_path / "rules.toml"
    rules.write_text("[[add]]\nkind = 'terms'\nwords = ['千帆计划']\n", encoding="utf-8")
    extractor = zhengce.Extractor(rules=rules, date="2026", kinds=["terms"])
    rules.unlink()
    other = pickle.loads(pickle.dumps(extractor))
    assert repr(other) == repr(extractor)
    assert other.extract("实施千帆计划。").speeches[0].terms[0].text == "千帆计划"


def test_a_repr_reads_well(report):
    assert repr(figure(report, "5所")).startswith("Figure('5所', ")
    assert "value=5, unit='所'" in repr(figure(report, "5所"))
    assert repr(report).startswith("Document(source='report.txt', ")
    assert "speaker='陈雨桐'" in repr(report.speeches[0])


def test_equal_records_have_equal_hashes(report):
    again = zhengce.extract(REPORT)
    assert again.speeches[0].figures == report.speeches[0].figures
    assert set(again.speeches[0].figures) == set(report.speeches[0].figures)


def test_dates_are_strings_or_dates():
    for date in ["2022-03", "2022", datetime.date(2022, 3, 5), datetime.datetime(2022, 3, 5, 9)]:
        assert zhengce.extract("去年建成。", date=date).speeches[0].times[0].iso == "2021"


def test_errors_say_what_the_library_says(tmp_path):
    with pytest.raises(FileNotFoundError, match="cannot read the rule file"):
        zhengce.Extractor(rules=tmp_path / "none.toml")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[add]]\nkind = 'wishes'\nwords = ['x']\n", encoding="utf-8")
    with pytest.raises(zhengce.RuleError, match="wrong.toml:"):
        zhengce.Extractor(rules=[wrong])
    with pytest.raises(TypeError, match="a date is a string such as '2022-01-08' or a datetime.date, not int"):
        zhengce.extract("今年。", date=20220108)
    with pytest.raises(ValueError, match="is not a date; write"):
        zhengce.extract("今年。", date="2022-13")
    with pytest.raises(ValueError, match="not a kind of record; there are people"):
        zhengce.Extractor(kinds=["wishes"])
    with pytest.raises(TypeError):
        zhengce.extract(b"\xe4")


def test_kinds_leave_the_other_lists_empty():
    speech = zhengce.Extractor(kinds=["figures"]).extract(REPORT).speeches[0]
    assert speech.figures and not speech.times and speech.figures[0].time is None


def test_explain_shows_the_rules(extractor):
    assert "figure.unit" in extractor.explain("新建学校5所。")


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text):
    document = zhengce.extract(text)
    for start, end, _ in document.spans():
        assert 0 <= start < end <= len(text)
    assert zhengce.Document.from_json(document.to_json()) == document


@given(st.lists(st.sampled_from(list("今年新建学校5所、增长6.2%亿元《“”》第一二三次\n的 ")), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_text_is_the_slice_without_line_breaks(text):
    for speech in zhengce.extract(text).speeches:
        for kind in zhengce.KINDS:
            for record in getattr(speech, kind):
                assert text[record.span.start : record.span.end].replace("\n", "") == record.text
