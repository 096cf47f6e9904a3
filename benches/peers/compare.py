"""Throughput of programs of the field on the same texts, and what each of them finds."""

import contextlib
import io
import logging
import os
import sys
import time
from pathlib import Path

# One core for everybody.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
logging.disable(logging.WARNING)

with contextlib.redirect_stdout(io.StringIO()):
    import jieba
    import jieba.posseg
    import jionlp
    import snownlp
    import thulac
    import zhengce

# A slow program reads no more texts than it needs to fill this time; the rates are per character.
SECONDS = 10.0


def jionlp_all(text):
    """Its extractors of money and times, sentence by sentence as its makers show."""
    found = 0
    for sentence in jionlp.split_sentence(text, criterion="coarse"):
        found += len(jionlp.ner.extract_money(sentence, with_parsing=True))
        found += len(jionlp.ner.extract_time(sentence, time_base=0, with_parsing=True))
    return found


def peers():
    """Name, what it gives, and the function that reads a text; set up before the clock starts."""
    extractor = zhengce.Extractor()
    yield "zhengce", "all records", extractor.extract
    numbers = zhengce.Extractor(kinds=["figures", "times"])
    yield "zhengce", "figures and times", numbers.extract
    jieba.initialize()
    yield "jieba 0.42", "words", jieba.lcut
    yield "jieba 0.42 posseg", "words with tags", jieba.posseg.lcut
    yield "JioNLP", "money and times", jionlp_all
    yield "SnowNLP", "words with tags", lambda text: list(snownlp.SnowNLP(text).tags)
    with contextlib.redirect_stdout(io.StringIO()):
        tagger = thulac.thulac()
    yield "THULAC", "words with tags", tagger.cut


def rate(read, texts):
    """Megabytes (of UTF-8) a second, over whole texts."""
    read(texts[0])
    done, start = 0, time.perf_counter()
    while True:
        for text in texts:
            read(text)
            done += len(text.encode())
            passed = time.perf_counter() - start
            if passed > SECONDS:
                return done / 1e6 / passed


def main():
    paths = sorted(Path(sys.argv[1]).rglob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if not texts:
        sys.exit(f"{sys.argv[1]}: no .txt file there")
    own = None
    print("| program | gives | MB/s | zhengce is faster by |\n|---|---|---:|---:|")
    for name, gives, read in peers():
        with contextlib.redirect_stdout(io.StringIO()):
            reached = rate(read, texts)
        own = own or reached
        print(f"| {name} | {gives} | {reached:.3g} | {own / reached:.2g} |", flush=True)


if __name__ == "__main__":
    main()
