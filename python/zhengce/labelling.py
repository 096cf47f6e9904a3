"""Records for annotation tools, and what annotators made of them for ``zhengce score``.

Offsets count code points in every format; labels are the names of the record kinds (``figures``).
"""

from __future__ import annotations

import json
import os
import typing

import zhengce

# The names that a labelling interface of Label Studio gives to its two controls.
_LABEL, _TEXT = "label", "text"


def to_doccano(document: zhengce.Document, kinds: typing.Sequence[str] | None = None) -> dict[str, typing.Any]:
    """A line of doccano's JSONL import for sequence labelling: ``{"text", "label": [[start, end, kind]], "id"}``."""
    labels = [list(span) for span in document.spans(kinds)]
    return {"id": document.source, "text": _text(document), "label": labels}


def from_doccano(rows: typing.Iterable[dict[str, typing.Any]]) -> list[dict[str, typing.Any]]:
    """Rows of doccano's JSONL export as a gold sample: ``{"id", "text", "spans"}``.

    Both forms of doccano are read: ``label`` (or ``labels``) and ``entities``.
    """
    return [_gold(row.get("id"), row["text"], _doccano_spans(row)) for row in rows]


def to_label_studio(
    document: zhengce.Document, kinds: typing.Sequence[str] | None = None
) -> dict[str, typing.Any]:
    """A task of Label Studio with the records as predictions, for ``<Labels name="label" toName="text">``."""
    text = _text(document)
    result = [
        {
            "id": str(number),
            "from_name": _LABEL,
            "to_name": _TEXT,
            "type": "labels",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [kind]},
        }
        for number, (start, end, kind) in enumerate(document.spans(kinds))
    ]
    model = f"zhengce {zhengce.__version__}"
    return {
        "data": {"text": text, "source": document.source},
        "predictions": [{"model_version": model, "result": result}],
    }


def from_label_studio(tasks: typing.Iterable[dict[str, typing.Any]]) -> list[dict[str, typing.Any]]:
    """Tasks of Label Studio's JSON export as a gold sample; of several annotations of a task the last counts.

    Tasks that nobody annotated, and annotations that were cancelled, are left out.
    """
    gold = []
    for task in tasks:
        annotations = [each for each in task.get("annotations", []) if not each.get("was_cancelled")]
        if annotations:
            values = [region["value"] for region in annotations[-1]["result"] if region["type"] == "labels"]
            spans = [(value["start"], value["end"], label) for value in values for label in value["labels"]]
            name = task["data"].get("source") or task.get("id")
            gold.append(_gold(name, task["data"]["text"], spans))
    return gold


def write_jsonl(rows: typing.Iterable[dict[str, typing.Any]], path: str | os.PathLike[str]) -> None:
    """Writes one object a line, in UTF-8: what ``zhengce score`` and doccano read."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _text(document: zhengce.Document) -> str:
    if document.text is None:
        raise ValueError("the document has no text: give it to Document.from_json")
    return document.text


def _doccano_spans(row: dict[str, typing.Any]) -> list[tuple[int, int, str]]:
    if "entities" in row:
        return [(each["start_offset"], each["end_offset"], each["label"]) for each in row["entities"]]
    return [tuple(span) for span in row.get("label", row.get("labels", []))]


def _gold(name: object, text: str, spans: typing.Iterable[tuple[int, int, str]]) -> dict[str, typing.Any]:
    marked = [
        {"start": start, "end": end, "text": text[start:end], "type": kind}
        for start, end, kind in sorted(spans)
    ]
    return {"id": None if name is None else str(name), "text": text, "spans": marked}
