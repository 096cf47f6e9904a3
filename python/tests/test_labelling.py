"""Exchange with annotation tools."""

import json

import pytest

import zhengce
from zhengce import labelling


def test_spans_are_what_spacy_takes(report):
    for start, end, label in report.spans(["figures", "times"]):
        assert label in {"figures", "times"} and report.text[start:end]


def test_doccano_comes_back_as_it_went(report, tmp_path):
    row = labelling.to_doccano(report, ["figures"])
    assert row["text"] == report.text and row["id"] == "report.txt"
    labelling.write_jsonl([row], tmp_path / "rows.jsonl")
    read = json.loads((tmp_path / "rows.jsonl").read_text(encoding="utf-8"))
    gold = labelling.from_doccano([read])[0]
    assert [(span["start"], span["end"], span["type"]) for span in gold["spans"]] == report.spans(["figures"])
    assert all(gold["text"][span["start"] : span["end"]] == span["text"] for span in gold["spans"])


def test_doccanos_entities_are_read_too():
    row = {"id": 3, "text": "新建学校5所。", "entities": [{"id": 1, "label": "figures", "start_offset": 4, "end_offset": 6}]}
    assert labelling.from_doccano([row]) == [
        {"id": "3", "text": "新建学校5所。", "spans": [{"start": 4, "end": 6, "text": "5所", "type": "figures"}]}
    ]


def test_label_studio_comes_back_as_it_went(report):
    task = labelling.to_label_studio(report)
    region = task["predictions"][0]["result"][0]
    assert region["from_name"] == "label" and region["to_name"] == "text" and region["type"] == "labels"
    annotated = {"id": 7, "data": task["data"], "annotations": [{"result": task["predictions"][0]["result"]}]}
    gold = labelling.from_label_studio([annotated])[0]
    assert gold["id"] == "report.txt"
    assert sorted((span["start"], span["end"], span["type"]) for span in gold["spans"]) == sorted(report.spans())


def test_what_nobody_annotated_is_no_gold(report):
    data = {"text": "新建学校5所。"}
    cancelled = {"id": 1, "data": data, "annotations": [{"was_cancelled": True, "result": []}]}
    empty = {"id": 2, "data": data, "annotations": [{"result": []}]}
    gold = labelling.from_label_studio([{"id": 0, "data": data}, cancelled, empty])
    assert [(row["id"], row["spans"]) for row in gold] == [("2", [])]


def test_a_document_without_text_says_so(report):
    with pytest.raises(ValueError, match="has no text"):
        labelling.to_doccano(zhengce.Document.from_json(report.to_json()))
