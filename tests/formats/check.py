"""Writes texts in every format and encoding, runs the command, compares the records."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import pandas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

ENCODINGS = {"gb18030": "GB18030", "utf-16": "UTF-16", "utf-8-bom": "UTF-8"}
# Files that the word processor converts in one run.
OFFICE_FILES = 50
# Characters of a line of a PDF, and lines of a page.
WIDTH, HEIGHT = 38, 36
# Kinds of records that are compared; spans are not where a format has its own blanks.
LISTS = ["people", "posts", "bodies", "places", "projects", "figures", "times", "terms", "citations", "measures"]
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}_青溪县人民政府</title>
<meta name="SiteName" content="青溪县人民政府"><meta name="ArticleTitle" content="{title}">
<meta name="ContentSource" content="县政府办"><meta name="ColumnName" content="政府工作报告"></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="content" id="UCAP-CONTENT">
{paragraphs}
</div>
<div class="footer"><p><a href="/map">网站地图</a> <a href="/about">关于我们</a></p></div>
<script>var page = 1;</script></body></html>
"""


def skipped(what):
    """Says what is not tested for lack of a program, and tells .ci/run, which repeats it at its end."""
    print(what)
    if file := os.environ.get("ZHENGCE_SKIPPED"):
        with open(file, "a") as file:
            print(what, file=file)


def extract(command, *args):
    """The documents of a run that must succeed."""
    run = subprocess.run([command, "extract", *args], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{args}: exit code {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


def bare(value):
    """A record without what depends on blanks and line breaks."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key != "span"}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return value


def records(document):
    speeches = document["speeches"]
    return [(kind, bare(record)) for speech in speeches for kind in LISTS for record in speech.get(kind, [])]


def write_encodings(texts, folder):
    for name, encoding in ENCODINGS.items():
        (folder / name).mkdir()
        for key, text in texts.items():
            target = folder / name / f"{key}.txt"
            if name == "utf-8-bom":
                target.write_text(text, encoding="utf-8-sig", newline="")
                continue
            converted = subprocess.run(
                ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True, check=True
            )
            target.write_bytes(converted.stdout)
    return list(ENCODINGS)


def write_html(texts, folder):
    (folder / "html").mkdir()
    for key, text in texts.items():
        # Without the blanks around it, but with those that indent a paragraph, as pages have them.
        title, *lines = [line.rstrip().lstrip(" \t") for line in text.splitlines() if line.strip()]
        if not lines:
            title, lines = title[:12], [title]
        lines = [line.replace("\u3000\u3000", "&nbsp;&nbsp;&nbsp;&nbsp;", 1) if line.startswith("\u3000\u3000") else line for line in lines]
        paragraphs = "\n".join(f"<p>{line}</p>" for line in lines)
        (folder / "html" / f"{key}.html").write_text(PAGE.format(title=title.strip(), paragraphs=paragraphs), encoding="utf-8")
    return ["html"]


def write_docx(texts, folder):
    (folder / "docx").mkdir()
    for key, text in texts.items():
        document = docx.Document()
        for line in text.splitlines():
            paragraph = document.add_paragraph()
            # Word cuts a line into runs wherever its format changes.
            half = len(line) // 2
            paragraph.add_run(line[:half])
            paragraph.add_run(line[half:]).bold = True
        document.save(folder / "docx" / f"{key}.docx")
    return ["docx"]


def write_office(folder):
    """What a real word processor makes of the Word files, where there is one: Word files and PDF."""
    office = shutil.which("soffice")
    if not office:
        skipped("formats: no LibreOffice, so its files are not tested")
        return []
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for target, made, source in [("odt", "odt", "docx"), ("docx", "office", "odt"), ("pdf", "office-pdf", "odt")]:
        files = sorted(map(str, (folder / source).iterdir()))
        # One run of it does not hold out over hundreds of files.
        for start in range(0, len(files), OFFICE_FILES):
            convert = [office, profile, "--headless", "--convert-to", target, "--outdir", f"{folder}/{made}"]
            convert += files[start : start + OFFICE_FILES]
            subprocess.run(convert, check=True, capture_output=True, timeout=1200)
    return ["office", "office-pdf"]


def wrapped(text):
    """Lines as they stand on a page: what opens a paragraph is indented by two characters, all is cut where the line is full."""
    above = "。"
    for line in filter(str.strip, text.splitlines()):
        opens = line.startswith("\u3000\u3000") or above.endswith(tuple("。！？；："))
        above = line.strip()
        paragraph = ("\u3000\u3000" if opens else "") + above
        for start in range(0, len(paragraph), WIDTH):
            yield paragraph[start : start + WIDTH]


def write_pdf(texts, folder):
    """Pages in a Chinese font that is not in the file, with their numbers."""
    (folder / "pdf").mkdir()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    for key, text in texts.items():
        page = canvas.Canvas(str(folder / "pdf" / f"{key}.pdf"))
        for number, line in enumerate(wrapped(text)):
            if number and number % HEIGHT == 0:
                page.drawString(280, 30, f"— {page.getPageNumber()} —")
                page.showPage()
            page.setFont("STSong-Light", 12)
            page.drawString(60, 790 - 20 * (number % HEIGHT), line)
        page.save()
    return ["pdf"]


def write_tables(texts, folder):
    """One table a format; a row a text, other columns between."""
    rows = [{"编号": key, "来源": "县政府办", "正文": text, "页": page} for page, (key, text) in enumerate(texts.items())]
    table = pandas.DataFrame(rows)
    table.to_csv(folder / "texts.csv", index=False, encoding="utf-8-sig")
    table.to_csv(folder / "gbk.csv", index=False, encoding="gb18030")
    table.to_csv(folder / "texts.tsv", index=False, sep="\t")
    table.to_json(folder / "texts.jsonl", orient="records", lines=True, force_ascii=False)
    for compression in ["snappy", "zstd", "gzip", "brotli"]:
        table.to_parquet(folder / f"{compression}.parquet", compression=compression)
    return ["texts.csv", "gbk.csv", "texts.tsv", "texts.jsonl"] + [f"{name}.parquet" for name in ["snappy", "zstd", "gzip", "brotli"]]


def compare(name, keys, documents, expected):
    """How many records of a format are not those of plain text; the first are shown."""
    if len(documents) != len(keys):
        print(f"{name}: {len(documents)} documents, not {len(keys)}")
        return len(keys)
    wrong = 0
    for key, document in zip(keys, documents):
        found = records(document)
        missing = [record for record in expected[key] if record not in found]
        more = [record for record in found if record not in expected[key]]
        for sign, record in [("-", record) for record in missing[:2]] + [("+", record) for record in more[:2]]:
            print(f"{name} {key} {sign} {json.dumps(record, ensure_ascii=False)[:200]}")
        wrong += len(missing) + len(more)
    return wrong


def main(command, folder):
    paths = sorted(Path(folder).rglob("*.txt"))
    texts = {f"{number:05}": path.read_text(encoding="utf-8") for number, path in enumerate(paths)}
    with tempfile.TemporaryDirectory() as made:
        made = Path(made)
        (made / "plain").mkdir()
        for key, text in texts.items():
            (made / "plain" / f"{key}.txt").write_text(text, encoding="utf-8", newline="")
        keys = list(texts)
        expected = {key: records(document) for key, document in zip(keys, extract(command, made / "plain"))}
        total = sum(map(len, expected.values()))
        formats = write_encodings(texts, made) + write_html(texts, made) + write_docx(texts, made)
        formats += write_office(made) + write_pdf(texts, made) + write_tables(texts, made)
        all_wrong = 0
        for name in formats:
            fields = ["--text-field", "正文", "--id-field", "编号"] if "." in name else []
            wrong = compare(name, keys, extract(command, made / name, *fields), expected)
            print(f"{name:16} {len(keys)} texts, {total} records, {wrong} not the same")
            all_wrong += wrong
    sys.exit(1 if all_wrong else 0)


main(*sys.argv[1:])
