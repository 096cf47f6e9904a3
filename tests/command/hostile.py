"""Files that would hang the command, fill the memory or the disk, or leave half an output, if it let them."""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
import zlib
from pathlib import Path

GOOD = "今年，全县新建桥梁5座。\n"
MEMORY = 1200 << 20
# Bytes of a file that fits into no address space allowed here.
MORE = 5 << 30
SECONDS = 120


def skipped(what):
    """Says what is not tested for lack of a right, and tells .ci/run, which repeats it at its end."""
    print(what)
    if file := os.environ.get("ZHENGCE_SKIPPED"):
        with open(file, "a") as file:
            print(what, file=file)


def measured(report, user, *command):
    """In a small process of its own: runs the command with a limit of memory, reports how much it took."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    # The command alone changes to another user, who need not be able to run this interpreter.
    others = {"user": user, "extra_groups": []} if user else {}
    code = subprocess.run(command, **others).returncode
    Path(report).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10))
    sys.exit(code)


def run(command, *args, code, says="", user=""):
    """Runs the command with limits of time and memory; its standard output and error."""
    started = time.monotonic()
    with tempfile.NamedTemporaryFile() as report:
        measure = [sys.executable, __file__, "--measure", report.name, user, command, *map(str, args)]
        running = subprocess.Popen(
            measure, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        try:
            out, errors = running.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            out, errors = running.communicate()
        used = int(Path(report.name).read_text() or 0)
    what = f"{' '.join(map(str, args))}: {time.monotonic() - started:.1f} s, exit code {running.returncode}\n{errors[-2000:]}"
    if running.returncode != code or says not in errors or "panicked" in errors or used > MEMORY:
        sys.exit(f"not as expected ({code}, {says!r}, {used >> 20} MiB): {what}")
    return out, errors, used


def bomb_docx(path, inner):
    head = b'<?xml version="1.0"?><w:document xmlns:w="w"><w:body>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("word/document.xml", "w") as part:
        part.write(head)
        for _ in range(1024):
            part.write(inner * ((1 << 20) // len(inner)))


def pdf(objects):
    """A PDF of these objects, the first of which is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(content, entries=b""):
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n" % (len(packed), entries) + packed + b"\nendstream"


def page_with(content, resources=b"<< >>", more=()):
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources %s >>" % resources
    tree = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content]
    return pdf(tree + list(more))


def files(folder):
    """Hostile files, and what is said of each."""
    (folder / "good.txt").write_text(GOOD)
    bomb_docx(folder / "bomb-text.docx", b"a")
    bomb_docx(folder / "bomb-tags.docx", b"<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    (folder / "cut.docx").write_bytes((folder / "bomb-tags.docx").read_bytes()[:5000])
    (folder / "deep.html").write_text("<div>" * 200_000 + GOOD)
    (folder / "bomb.pdf").write_bytes(page_with(stream(b"q Q " * (40 << 20))))
    form = stream(b"/F Do " * 1000, b"/Type /XObject /Subtype /Form /Resources << /XObject << /F 5 0 R >> >>")
    (folder / "loop.pdf").write_bytes(page_with(stream(b"/F Do"), b"<< /XObject << /F 5 0 R >> >>", [form]))
    (folder / "scan.pdf").write_bytes(page_with(stream(b"q 600 0 0 800 0 0 cm Q")))
    (folder / "kids.pdf").write_bytes(
        pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"])
    )
    (folder / "cut.pdf").write_bytes((folder / "scan.pdf").read_bytes()[:200])
    (folder / "noise.parquet").write_bytes(b"PAR1" + os.urandom(4096) + b"\xff\xff\xff\x7fPAR1")
    (folder / "nul.txt").write_bytes(b"\0" * 100_000)
    (folder / "stopless.txt").write_text("新建桥梁5座，" * 400_000)
    (folder / "nested.jsonl").write_text('{"text": ' + "[" * 100_000 + "\n" + json.dumps({"text": GOOD}) + "\n")
    with (folder / "sparse.txt").open("w") as sparse:
        sparse.truncate(MORE)
    # It opens as a text does, for else it would be told as binary data, as binary.jsonl is.
    with (folder / "line.jsonl").open("w") as line:
        line.write("a" * (1 << 20))
        line.truncate(MORE)
        line.seek(0, os.SEEK_END)
        line.write("\n" + json.dumps({"text": GOOD}) + "\n")
    (folder / "binary.jsonl").write_bytes(b"\0" * 100_000 + json.dumps({"text": GOOD}).encode())
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "nowhere.txt").symlink_to("missing")
    os.mkfifo(folder / "pipe.txt")
    return {
        "bomb-text.docx": "",
        "bomb-tags.docx": "unpacks to more than",
        "cut.docx": "not a whole .docx file",
        "deep.html": "nested",
        "bomb.pdf": "unpacks to more than",
        "scan.pdf": "it is a scan",
        "kids.pdf": "",
        "cut.pdf": "",
        "noise.parquet": "not a Parquet file",
        "nul.txt": "binary data",
        "nested.jsonl": "not JSON",
        "sparse.txt": "longer than 32 MiB",
        "line.jsonl": "a line longer than",
        "binary.jsonl": "binary data",
        "self.txt": "cannot be read",
        "nowhere.txt": "cannot be read",
        "pipe.txt": "a pipe",
    }


def faults(command, folder):
    expected = files(folder)
    out, _, used = run(command, "extract", folder, "--errors", folder / "errors", "--format", "jsonl", code=1)
    told = {}
    for line in (folder / "errors").read_text().splitlines():
        entry = json.loads(line)
        told.setdefault(Path(entry["path"]).name, []).append(entry)
    for name, what in expected.items():
        if not any(what in entry["what"] and entry["remedy"] for entry in told.get(name, [])):
            sys.exit(f"{name}: not told {what!r} but {told.get(name)}")
    read = {Path(json.loads(line)["source"].split(":")[0]).name for line in out.splitlines()}
    if not {"good.txt", "stopless.txt", "nested.jsonl"} <= read:
        sys.exit(f"only read {read}")
    print(f"hostile: {len(expected)} bad files named, the good ones read, in {used >> 20} MiB")


def full_disk(command, folder):
    """On a disk of a few megabytes nothing half is left, and the run can go on elsewhere."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        skipped("hostile: a full disk is not tested, for none can be mounted here")
        return
    try:
        texts = folder / "many.jsonl"
        texts.write_text("".join(json.dumps({"id": n, "text": f"今年新建桥梁{n}座。" * 20}) + "\n" for n in range(20_000)))
        for output in [["-o", disk / "out.jsonl"], ["-o", disk / "out.xlsx"], ["--format", "csv", "-o", disk / "csv"]]:
            run(command, "extract", texts, *output, "--restart", code=3, says="cannot be written")
            left = [path.name for path in disk.iterdir() if not path.name.startswith(".")]
            if left:
                sys.exit(f"a full disk left {left}")
    finally:
        subprocess.run(["umount", disk], check=True)
    print("hostile: a full disk leaves no half output")


def changing(command, folder):
    """A file that grows while it is read is named."""
    texts = folder / "growing.jsonl"
    texts.write_text("".join(json.dumps({"id": n, "text": f"今年新建桥梁{n}座。" * 20}) + "\n" for n in range(20_000)))
    partial = folder / ".grown.jsonl.zhengce"

    def grow():
        # Not before it is read: the first records have been written.
        while not (partial.exists() and any(file.stat().st_size for file in partial.iterdir())):
            time.sleep(0.01)
        with texts.open("a") as file:
            file.write('{"text": "完"}\n')

    writer = threading.Thread(target=grow, daemon=True)
    writer.start()
    run(command, "extract", texts, "--format", "jsonl", "-o", folder / "grown.jsonl", code=1, says="changed while it was read")
    writer.join()
    print("hostile: a file that changes is named")


def unreadable(command, folder):
    """Run as nobody, who may not read everything."""
    secret, out = folder / "secret", folder / "public"
    secret.mkdir()
    (secret / "a.txt").write_text(GOOD)
    (secret / "b.txt").write_text(GOOD)
    (secret / "b.txt").chmod(0)
    (secret / "closed").mkdir(mode=0)
    folder.chmod(0o755)
    if os.getuid():
        skipped("hostile: what may not be read is not tested, for only root can run as another user")
        return
    copy = folder / "zhengce"
    copy.write_bytes(Path(command).read_bytes())
    copy.chmod(0o755)
    _, errors, _ = run(copy, "extract", secret, code=1, says="1 read, 2 could not be read", user="nobody")
    if errors.count("check its permissions") != 2:
        sys.exit(errors)
    print("hostile: what may not be read is named")


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        for test in [faults, full_disk, changing, unreadable]:
            inner = Path(folder) / test.__name__
            inner.mkdir()
            Path(folder).chmod(0o755)
            test(str(Path(command).resolve()), inner)


if sys.argv[1] == "--measure":
    measured(*sys.argv[2:])
else:
    main(*sys.argv[1:])
