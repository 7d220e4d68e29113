"""The documents that show known failure modes, where the folder with them is at hand; skipped where it is not."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plancheck.core.diagnostic import UserError
from plancheck.document.model import Document, Paragraph, Table
from plancheck.document.reader import read_document

SHARED = Path(__file__).parents[3] / "shared" / "docx"
at_hand = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no folder {SHARED}")

LIMITED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20))
from plancheck.core.diagnostic import UserError
from plancheck.document.reader import read_document
for name in sys.argv[1:]:
    try:
        read_document(Path(name))
    except UserError:
        pass
# ru_maxrss would start from what the test process itself has used; the peak of this process alone stands here
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def everything(document: Document) -> str:
    """All text of a document, each piece once."""

    def of_table(table: Table) -> list[str]:
        return [t for c in table.cells for t in (c.text, *(x for inner in c.tables for x in of_table(inner)))]

    pieces: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            pieces.append(block.text)
        elif isinstance(block, Table):
            pieces.extend(of_table(block))
    return "\n".join(pieces)


def _samples() -> dict[str, list[object]]:
    path = SHARED / "samples" / "EXPECT.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


def _hostile() -> list[dict[str, str]]:
    path = SHARED / "hostile" / "EXPECT.tsv"
    return list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t")) if path.is_file() else []


@at_hand
@pytest.mark.parametrize("name", _samples())
def test_sample(name: str) -> None:
    must, must_not, why = _samples()[name]
    text = everything(read_document(SHARED / "samples" / f"{name}.docx"))
    assert isinstance(must, list)
    assert isinstance(must_not, list)
    assert [m for m in must if m not in text] == [], why
    assert [m for m in must_not if m in text] == [], why


@at_hand
@pytest.mark.parametrize("case", _hostile(), ids=lambda c: c["file"])
def test_hostile(case: dict[str, str]) -> None:
    start = time.process_time()
    try:
        text = everything(read_document(SHARED / "hostile" / case["file"]))
    except UserError as error:
        assert case["kind"] != "read", error
        assert error.exit_code == 3
        assert all(d.message.endswith("。") for d in error.diagnostics)
    else:
        assert case["kind"] != "error", case["expectation"]
        assert case["must_contain_if_read"] in text
    assert time.process_time() - start < 5


@at_hand
def test_hostile_documents_stay_small() -> None:
    names = [str(SHARED / "hostile" / c["file"]) for c in _hostile()]
    done = subprocess.run([sys.executable, "-c", LIMITED, *names], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 512 << 10  # KiB


@at_hand
@pytest.mark.long
def test_corpus_without_a_crash() -> None:
    read = 0
    for path in sorted((SHARED / "corpus").rglob("*")):
        if path.suffix.lower() not in (".docx", ".docm", ".dotx", ".dotm", ".doc"):
            continue
        try:
            read_document(path)
        except UserError:
            continue
        read += 1
    assert read > 300
