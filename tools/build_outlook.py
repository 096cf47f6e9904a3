#!/usr/bin/env python3
"""Weigh the words that tell a look back from a look ahead.

usage: build_outlook.py REPORT… [--out FOLDER]

A REPORT is a government work report as a text file; its chapters say in their headings whether they review or plan,
by the rows of class heading in outlook.tsv. A sentence is seen as its words, single and in pairs, without nouns,
names and times: those tell of what it speaks, the others how. A logistic regression that spares words (L1) tells
planning sentences from reviewing ones. A word must stand in 12 sentences and in 8 reports.

Give it reports from 1979 on: the chapters of earlier ones are named after tasks, and tell what was done as well.

The rows of class running are replaced in outlook.tsv of FOLDER (by default the dictionaries beside this folder):
word TAB running TAB quarters of the logarithm of the odds by which it speaks for a plan, below zero for a review.
The same reports give the same bytes. Needs the Python packages jieba and scikit-learn.
"""

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import jieba.posseg
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

LEAST_SENTENCES, LEAST_REPORTS = 12, 8
# Below this a rare word costs more than it tells; found by leaving out every fourth report in turn.
SPARING = 1.0
QUARTERS = 4
# No word tells more than this, however often it stood in these reports.
MOST = 8
LONGEST = 6
# Tags of jieba: nouns and names, verbs and adjectives as nouns, short names, times.
OF_WHAT = ("n", "vn", "an", "j", "t")
HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.](.{2,45})")
PLAN_PERIOD = re.compile(r"[一二三四五六七八九十]五")


def rows_of(path):
    """The header of the dictionary and its rows."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    return header, [line.split("\t") for line in lines if line and not line.startswith("#")]


class Headings:
    """What the heading of a chapter says of it, as the library reads it (src/lexicon/outlook.rs)."""

    def __init__(self, rows):
        self.cues = {word: value for word, group, value in rows if group == "heading"}
        # Leftmost first, the longest of those that start together, none overlapping.
        self.finder = re.compile("|".join(sorted(map(re.escape, self.cues), key=lambda word: (-len(word), word))))
        self.has_review = False

    def mood(self, heading):
        found = [(self.cues[cue[0]], cue.end()) for cue in self.finder.finditer(heading)]
        said = [value for value, _ in found]
        if "done" in said:
            after = heading[[end for value, end in found if value == "done"][-1] :]
            if said[-1] == "plan" and re.search("[和与及、]", after):
                return None
            self.has_review = True
            return "done"
        # A heading of clauses tells of its matter, not of its chapter.
        if not said or re.search("[,，]", heading):
            return None
        return "done" if "plan" not in said and not self.has_review else "plan"


def sentences(path, rows):
    """The sentences of a report below a heading that tells, each with what it says."""
    headings, mood = Headings(rows), None
    text = unicodedata.normalize("NFKC", path.read_text(encoding="utf-8"))
    for line in map(str.strip, text.splitlines()):
        heading = HEADING.fullmatch(line)
        if heading and not re.search("[。;]", line[:-1]):
            mood = headings.mood(heading[1])
        elif mood:
            yield from ((mood, part) for part in re.split("(?<=[。;!?])", line) if len(part) > 1)


def candidates(tokens):
    """The words of a sentence that may be weighed, and their pairs."""
    for at in range(len(tokens)):
        for group in (tokens[at : at + 1], tokens[at : at + 2]):
            word = "".join(token.word for token in group)
            if 2 <= len(word) <= LONGEST and re.fullmatch(r"[\u4e00-\u9fff]+", word):
                if not PLAN_PERIOD.search(word) and not any(token.flag.startswith(OF_WHAT) for token in group):
                    yield word


def vocabulary(reports):
    """The words that stand in enough sentences of enough reports."""
    seen, where = Counter(), defaultdict(set)
    for report, said in reports.items():
        for _, sentence in said:
            for word in set(candidates(jieba.posseg.lcut(sentence))):
                seen[word] += 1
                where[word].add(report)
    return sorted(w for w in seen if seen[w] >= LEAST_SENTENCES and len(where[w]) >= LEAST_REPORTS)


def weights(reports):
    """Each telling word with its weight."""
    words = vocabulary(reports)
    place = {word: at for at, word in enumerate(words)}
    # As the library finds them: leftmost first, the longest of those that start together, none overlapping.
    finder = re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
    said = [pair for pairs in reports.values() for pair in pairs]
    rows, columns, counts = [], [], []
    for row, (_, sentence) in enumerate(said):
        for word, count in sorted(Counter(finder.findall(sentence)).items()):
            rows.append(row)
            columns.append(place[word])
            counts.append(float(count))
    matrix = csr_matrix((counts, (rows, columns)), shape=(len(said), len(words)))
    model = LogisticRegression(
        C=SPARING, l1_ratio=1, solver="liblinear", class_weight="balanced", random_state=0, max_iter=1000
    )
    model.fit(matrix, [mood == "plan" for mood, _ in said])
    rounded = {
        word: max(-MOST, min(MOST, round(weight * QUARTERS))) for word, weight in zip(words, model.coef_[0])
    }
    return {word: weight for word, weight in rounded.items() if weight}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "dictionaries")
    given = parser.parse_args()
    file = given.out / "outlook.tsv"
    header, rows = rows_of(file)
    reports = {str(path): list(sentences(path, rows)) for path in sorted(given.reports)}
    kept = [row for row in rows if row[1] != "running"]
    kept += [[word, "running", str(weight)] for word, weight in weights(reports).items()]
    file.write_text("\n".join(header + sorted("\t".join(row) for row in kept)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
