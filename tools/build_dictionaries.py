#!/usr/bin/env python3
"""Build the dictionaries of administrative divisions from a table of facts.

usage: build_dictionaries.py FACTS [OUT]

FACTS holds divisions.tsv with the columns code, name, level (province, city, county, township);
codes are those of GB/T 2260, nine digits for townships. OUT is the folder of dictionaries, by
default the one beside this script. Two files are written, sorted, one row a name:

divisions.tsv  full name TAB codes joined by commas (41 and 4101 as 410000 and 410100)
clipped.tsv    name without its last part (河南, 二七, 恩施) TAB level TAB codes

Running it twice on the same facts gives the same bytes.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

# Rows of the table that are headings or leftovers, no names of places.
PLACEHOLDER = re.compile(r"直辖县级|市辖区$|^县$|岛礁|[（(]|虚拟|^直辖|公司$|监狱$|[0-9]")
# What a township-level row ends with when it names a place and not an office or a depot.
TOWNSHIP = re.compile(r".(镇|乡|街道|苏木|地区|农场|林场|牧场)$")
# The peoples that name autonomous divisions; 东乡族自治县 keeps 东乡.
PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 "
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 鄂温克 保安 裕固 独龙 各"
).split()
WITH_SUFFIX = "|".join(sorted((people + "族" for people in PEOPLES), key=len, reverse=True))
BARE = "维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯"
AUTONOMOUS = re.compile(rf"(?:{WITH_SUFFIX}|{BARE})*自治[区州县旗]$")
SUFFIX = re.compile(r"(?:特别行政区|地区|林区|特区|新区|[省市县区盟]|(?<=[^前中后左右]{3})(?<!镶.)(?<!联合)旗)$")
LEVELS = {2: "province", 4: "city", 6: "county"}


def read(facts):
    """The rows that name places: full name to its codes."""
    codes = defaultdict(set)
    with open(facts / "divisions.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, code = row["name"].strip(), row["code"].strip()
            if PLACEHOLDER.search(name) or len(name) < 2:
                continue
            if len(code) == 9 and (not TOWNSHIP.search(name) or name == "街道"):
                continue
            codes[name].add(code)
    return codes


def clip(name):
    """The name as it is said in short, or None: 恩施土家族苗族自治州 is 恩施, 杞县 stays whole."""
    if name.endswith(("开发区", "示范区", "管理区", "园区", "聚集区", "实验区", "食品区")):
        return None
    short = AUTONOMOUS.sub("", name) if AUTONOMOUS.search(name) else SUFFIX.sub("", name)
    # 内蒙古 is the name of its region, not 内 and a people.
    short = name.removesuffix("自治区") if len(short) < 2 else short
    return short if len(short) >= 2 and short != name else None


def full_code(code):
    """The code with the zeros that GB/T 2260 writes; townships keep their nine digits."""
    return code.ljust(6, "0")


def joined(codes):
    return ",".join(sorted({full_code(code) for code in codes}))


def write(path, header, rows):
    lines = [f"# {line}" for line in header] + ["\t".join(row) for row in sorted(rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    facts = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) == 3 else Path(__file__).resolve().parent.parent / "dictionaries"
    divisions = read(facts)
    clipped = defaultdict(set)
    for name, codes in divisions.items():
        short = clip(name)
        if short is not None:
            clipped[short].update(code for code in codes if len(code) in LEVELS)
    source = "Made by tools/build_dictionaries.py from the national table of divisions; do not edit."
    write(
        out / "divisions.tsv",
        ["Administrative divisions, down to township: full name, codes.", source],
        [(name, joined(codes)) for name, codes in divisions.items()],
    )
    write(
        out / "clipped.tsv",
        ["Short names of provinces, cities and counties: short name, highest level, codes.", source],
        [(name, LEVELS[min(map(len, codes))], joined(codes)) for name, codes in clipped.items() if codes],
    )


if __name__ == "__main__":
    main()
