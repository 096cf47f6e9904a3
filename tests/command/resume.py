"""Kills runs at random moments and goes on with them, until they end: nothing is lost, nothing stands twice."""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Five checkpoints.
INPUTS = 22_000


def content(path):
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.relative_to(path): file.read_bytes() for file in files if file.is_file()}


def killed_until_done(command, out, pause, chance):
    """Runs with --resume, killed after a random while each time but the last; how often it was killed."""
    kills = 0
    while True:
        running = subprocess.Popen([*command, "--resume"], stderr=subprocess.PIPE, text=True)
        try:
            # Later tries get longer, so that every run ends.
            running.wait(chance.uniform(0, pause * (1 + kills / 20)))
        except subprocess.TimeoutExpired:
            running.kill()
            running.communicate()
            kills += 1
            continue
        errors = running.communicate()[1]
        if running.returncode != 1:
            sys.exit(f"{out}: exit code {running.returncode} after {kills} kills\n{errors}")
        return kills, errors


def main(zhengce, texts, seed="0", megabytes="20"):
    chance = random.Random(int(seed))
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(texts).rglob("*.txt"))]
        # Paragraphs and a few whole texts: a checkpoint comes after so many inputs, and short ones take less time.
        texts += [line for text in texts for line in text.splitlines() if line.strip()] * 8
        lines = folder / "in.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            number = 0
            while number < INPUTS and file.tell() < int(megabytes) << 20:
                number += 1
                text = texts[number % len(texts)]
                # Some lines are wrong, and must be reported once.
                line = {"id": number, "text": text} if number % 997 else {"id": number}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        for name in ["out.jsonl", "out.json", "csv", "parquet", "out.xlsx"]:
            kind = ["--format", name] if "." not in name else []
            whole, out = folder / ("whole-" + name), folder / name
            command = [zhengce, "extract", lines, *kind, "--kinds", "figures,projects", "--quiet", "-o"]
            started = time.monotonic()
            first = subprocess.run([*command, whole], capture_output=True, text=True)
            if first.returncode != 1:
                sys.exit(f"{name}: exit code {first.returncode}\n{first.stderr}")
            pause = time.monotonic() - started
            kills, errors = killed_until_done([*command, out], out, pause / 3, chance)
            if content(whole) != content(out):
                sys.exit(f"{name}: other output after {kills} kills")
            if errors != first.stderr:
                sys.exit(f"{name}: other summary after {kills} kills:\n{errors}\nnot\n{first.stderr}")
            left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
            if left:
                sys.exit(f"{name}: left behind {left}")
            print(f"resume: {name:9} the same after {kills} kills")
            for path in [whole, out]:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


main(*sys.argv[1:])
