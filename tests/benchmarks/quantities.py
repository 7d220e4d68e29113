"""How well and how fast numbers are read: `python tests/benchmarks/quantities.py [FOLDER]`.

FOLDER holds `domain.jsonl` and `external/*.jsonl` (by default ../shared/quantities beside the repository, if at hand);
without it only speed and import time are printed.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import plancheck
from plancheck.facts.quantities import read_quantities
from plancheck.facts.signed_numbers import read_numbers
from plancheck.facts.times import read_times

DEFAULT = Path(__file__).resolve().parents[2].parent / "shared" / "quantities"
PLAIN = re.compile(r"\d+(?:\.\d+)?\s*(?:%|万?吨|亿?元|家)")
SAMPLE = (
    "到2016年，园区单位工业增加值二氧化碳排放比2012年下降18%，综合能源消费总量控制在120万吨标准煤以内。"
    "坚持绿色低碳循环发展，完善管理制度，建立统计核算体系，推动企业开展清洁生产审核和能源审计，形成可推广的经验。"
    "建成集中供热管网36.5公里，非化石能源占比提高到13%左右，培育绿色工厂二十余家；加强组织领导和宣传引导。"
) * 200


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def near(a: float | None, b: float | None) -> bool:
    """Whether two numbers are the same but for the printing of repeating decimals."""
    return a is b if a is None or b is None else abs(a - b) <= 1e-5 * max(1.0, abs(b))


def _numbers(text: str) -> list[tuple[int, int, float]]:
    return [(n.start, n.end, float(n.value)) for n in read_numbers(text)]


def _percents(text: str) -> list[tuple[int, int, float]]:
    spans = (s for s in read_quantities(text) if s.quantity.unit in ("%", "pp") and s.quantity.value is not None)
    return [(s.start, s.end, float(s.quantity.value or 0)) for s in spans]


def external(path: Path, read: Callable[[str], list[tuple[int, int, float]]]) -> tuple[int, int]:
    """Rows in scope that are read exactly (all spans and values), and how many there are."""
    right = total = 0
    for row in rows(path):
        if not row["in_scope"]:
            continue
        total += 1
        wanted = [(e["start"], e["end"], float(str(e["resolution"]["value"]).rstrip("%"))) for e in row["expected"]]
        found = read(row["input"])
        right += len(found) == len(wanted) and all(
            a[:2] == b[:2] and abs(a[2] - b[2]) <= 1e-9 * max(1.0, abs(b[2]))
            for a, b in zip(found, wanted, strict=True)
        )
    return right, total


def years(path: Path) -> tuple[int, int]:
    """Rows in scope whose years are read (start and end year of each time; the words around it are not compared)."""
    right = total = 0
    for row in rows(path):
        if row["in_scope"]:
            total += 1
            wanted = [(e["resolution"]["start_year"], e["resolution"]["end_year"]) for e in row["expected"]]
            right += [(t.start_year, t.end_year) for t in read_times(row["input"])] == wanted
    return right, total


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def domain(path: Path) -> dict[str, tuple[int, int]]:
    """Exact quantities (found, wanted) and the counts behind precision and F1 of targets."""
    counts = {"quantities": [0, 0], "found": [0, 0], "wanted": [0, 0], "named found": [0, 0], "extra": [0, 0]}
    fields = ("base_year", "target_year", "unit", "direction", "basis", "comparator", "approx", "per", "q")
    for row in rows(path):
        read = plancheck.read_quantities(row["text"], row["context"])
        wanted = row["quantities"]
        counts["quantities"][1] += max(len(read), len(wanted))
        for q in read:
            counts["quantities"][0] += any(
                (q.text, q.start, q.end, q.unit_canonical, q.approx, q.comparator)
                == (w["text"], w["start"], w["end"], w["unit_canonical"], w["approx"], w["comparator"])
                and all(near(_float(getattr(q, k)), w[k]) for k in ("value", "low", "high"))
                for w in wanted
            )
        open_targets = list(row["targets"])
        counts["wanted"][0] += len(open_targets)
        for t in plancheck.read_targets(row["text"], row["context"]):
            hits = [
                w
                for w in open_targets
                if all(getattr(t, k) == w[k] for k in fields)
                and all(near(_float(getattr(t, k)), w[k]) for k in ("value", "low", "high"))
            ]
            named = [w for w in hits if w["indicator"] == t.indicator]
            counts["found"][0] += bool(hits)
            counts["named found"][0] += bool(named)
            counts["extra"][0] += not hits
            if hits:
                open_targets.remove((named or hits)[0])
    return {name: (a, b) for name, (a, b) in counts.items()}


def best(work: Callable[[int], object], times: int = 5, *, children: bool = False) -> float:
    """The least CPU time of several runs, in seconds; `work` gets the number of the run. `children`: of subprocesses."""
    found = float("inf")
    for run in range(times):
        begun = _spent(children)
        work(run)
        found = min(found, _spent(children) - begun)
    return found


def _spent(children: bool) -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _read_all(read: Callable[[str], object], paragraphs: list[str], run: int) -> None:
    """Read all paragraphs, each run with texts of its own: what the readers remember must not count."""
    for number, paragraph in enumerate(paragraphs):
        read(f"{paragraph}见{chr(0x4E00 + run)}{chr(0x4E00 + number)}。")


def import_time() -> float:
    """What importing the readers adds to the start of Python, in milliseconds of CPU."""

    def start(code: str) -> float:
        return best(lambda run: subprocess.run([sys.executable, "-c", code], check=True), 9, children=True)

    return (start("import plancheck.facts.reading") - start("import re, fractions, dataclasses")) * 1000


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if (folder / "domain.jsonl").is_file():
        right = total = 0
        for path in sorted((folder / "external").glob("*.jsonl")):
            if "Range" in path.name:
                continue
            if path.name.startswith("years"):
                print(f"{path.stem:34} {'{}/{}'.format(*years(path)):>9}  (years only)")
                continue
            a, b = external(path, _percents if "Percent" in path.name else _numbers)
            right, total = right + a, total + b
            print(f"{path.stem:34} {a:>4}/{b:<4}")
        print(f"{'external numbers and percents':34} {right / total:>9.2%}")
        counts = domain(folder / "domain.jsonl")
        exact, wanted = counts["quantities"]
        hits, named, extra, all_ = (counts[k][0] for k in ("found", "named found", "extra", "wanted"))
        print(f"{'domain quantities, all fields':34} {exact / wanted:>9.2%}")
        print(f"{'targets F1':34} {2 * hits / (hits + extra + all_):>9.4f}")
        print(f"{'targets F1 with indicator':34} {2 * named / (hits + extra + all_):>9.4f}")
        print(f"{'targets precision':34} {hits / (hits + extra):>9.2%}")
    else:
        print(f"{folder}: not at hand; only speed is measured")
    paragraphs = [line + "。" for line in SAMPLE.split("。") if line]
    size = sum(map(len, paragraphs))
    paragraphs = paragraphs * max(1, 200_000 // size)
    size = sum(map(len, paragraphs))
    plain = best(lambda run: [PLAIN.findall(p) for p in paragraphs])
    for name, read in (("quantities", plancheck.read_quantities), ("targets", plancheck.read_targets)):
        spent = best(partial(_read_all, read, paragraphs))
        print(f"{name + ', characters a second':34} {size / spent:>9,.0f}  ({spent / plain:.0f} × a plain re scan)")
    print(f"{'import of the readers':34} {import_time():>6.1f} ms")


if __name__ == "__main__":
    main()
