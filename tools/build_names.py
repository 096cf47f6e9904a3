#!/usr/bin/env python3
"""Weigh the characters of personal names: how often each is used in given and in transcribed ones.

usage: build_names.py SEGMENTER CHARACTERS [OUT]

SEGMENTER is dict.txt of the crate jieba-rs (MIT): word, count and tag, with blanks between; tag nrt are
transcribed names. CHARACTERS is charfreq.csv of the Python package ngender (MIT):
char,male,female, how many people of a register bear a given name with this character. OUT is the folder
of dictionaries, by default the one beside this script. Two files are written, sorted:

given_names.tsv      character TAB times in a million characters of given names
transliteration.tsv  character TAB times in a million of transcribed names (the characters are those of the file)

Running it twice on the same facts gives the same bytes.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

MILLION = 1_000_000
# A character that a given name of 100 000 holds once is too rare to tell anything.
RAREST_GIVEN = 10


def transcribed_names(path):
    """The transcribed names of the segmenter's dictionary."""
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return [word for word, _, tag in rows if tag == "nrt" and len(word) >= 3]


def given_characters(path):
    """Each character with the number of people whose given name holds it."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if len(row["char"]) == 1]
    return Counter({row["char"]: int(row["male"]) + int(row["female"]) for row in rows})


def shares(counts):
    """Counts as whole numbers of a million, 1 at least."""
    total = sum(counts.values())
    return {word: max(1, round(count * MILLION / total)) for word, count in counts.items()}


def words_of(path):
    """The words that a dictionary has now, and its header."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")], header


def write(path, header, weights):
    rows = [f"{word}\t{weight}" for word, weight in sorted(weights.items())]
    path.write_text("\n".join(header + rows) + "\n", encoding="utf-8")


def main():
    segmenter, characters = Path(sys.argv[1]), Path(sys.argv[2])
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(__file__).parent.parent / "dictionaries"
    given = {char: share for char, share in shares(given_characters(characters)).items() if share >= RAREST_GIVEN}
    header = [
        "# Characters of given names, and how many of a million characters of given names they are.",
        "# Built by tools/build_names.py from the table of the Python package ngender 0.1.1 (MIT).",
    ]
    write(out / "given_names.tsv", header, given)

    letters, header = words_of(out / "transliteration.tsv")
    used = Counter({letter: 0 for letter in letters})
    for name in transcribed_names(segmenter):
        if all(letter in used for letter in name):
            used.update(name)
    write(out / "transliteration.tsv", header, shares(used))


if __name__ == "__main__":
    main()
