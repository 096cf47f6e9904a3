"""What the documentation shows is what comes out."""

import contextlib
import doctest
import io
import re
from pathlib import Path

import pytest

import zhengce

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_of_docstrings_give_what_they_say():
    failed, tried = doctest.testmod(zhengce)
    assert tried > 0 and failed == 0


def test_the_blocks_of_the_readme_run_and_print_what_they_say():
    pytest.importorskip("pandas")
    names = {}
    blocks, printed = BLOCK.findall(README.read_text(encoding="utf-8")), None
    assert blocks
    for kind, block in blocks:
        # What needs a cluster has tests of its own.
        if kind == "python" and "zhengce.spark" not in block:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(block, names)
            printed = out.getvalue()
        if kind == "text":
            assert printed == block
