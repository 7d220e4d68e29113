"""CPU time and memory of whole processes: `plancheck check` on a plan of a hundred pages, and `plancheck --help`.

    python tests/benchmarks/check.py

Prints the median of five runs each; it is no timed test. The plan is the first sample plan with its body set three times
and the first half of it once more (about 60,000 characters and 40 tables). Aims: check under 0.8 s and 200 MB, help
under 0.15 s. Byte code is kept in a folder of its own, so that what is measured is the program as installed, whatever the
environment says of byte code.
"""

from __future__ import annotations

import copy
import os
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "lcip-2014" / "compliant-a.docx"


def build(path: Path, times: int = 3, more: float = 0.5) -> Path:
    """The sample plan with its body set `times` times, and the first part `more` of its blocks once more."""
    import docx

    document = docx.Document(str(SAMPLE))
    body = document.element.body
    blocks = [b for b in body if not b.tag.endswith("sectPr")]
    for block in [*blocks * (times - 1), *blocks[: round(len(blocks) * more)]]:
        body.insert(len(body) - 1, copy.deepcopy(block))
    document.save(str(path))
    return path


def run(*args: str) -> tuple[float, float]:
    """User and system seconds, and peak megabytes, of one process."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execv(sys.executable, [sys.executable, "-m", "plancheck", *args])
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        plan = str(build(Path(folder) / "plan.docx"))
        rows = {
            "check, 100 pages, terminal": ("check", plan),
            "check, 100 pages, JSON": ("check", plan, "--format", "json"),
            "check, 100 pages, HTML": ("check", plan, "--format", "html"),
            "check, with data file": ("check", plan, "--data", str(SAMPLE.with_name("compliant-a.data.yaml"))),
            "--help": ("--help",),
        }
        print(f"{'':32}{'CPU s':>8}{'MB':>8}")
        for name, args in rows.items():
            run(*args)
            runs = [run(*args) for _ in range(5)]
            print(f"{name:32}{statistics.median(r[0] for r in runs):8.2f}{statistics.median(r[1] for r in runs):8.0f}")


if __name__ == "__main__":
    main()
