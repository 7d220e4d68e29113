"""The source text against the registry: what stems from each line, what is left over, and only ever the right text."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plancheck.commands.main import main
from plancheck.core.diagnostic import UserError
from plancheck.packs.coverage import CoverageRow, coverage_rows
from plancheck.packs.load import installed_packs, load_pack
from plancheck.packs.model import Requirement
from plancheck.packs.registry import read_registry
from plancheck.packs.source_coverage import is_short, read_source_text, source_coverage

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
TEXT = "总则\n\n方案应写明期限和目标。\n期限不超过三年，\n另有规定的除外。\n"


def row(number: str, quoted: str) -> CoverageRow:
    start = TEXT.find(quoted)
    span = (start, start + len(quoted)) if quoted and start >= 0 else (900, 950)
    return CoverageRow(Requirement(f"p/{number}", "一", "", "", "shall", "", "auto", span=span), None, "缺规则")


def test_each_line_lists_what_stems_from_it_in_order() -> None:
    rows = [row("c", "期限不超过三年，\n另有规定的除外"), row("b", "和目标"), row("a", "方案应写明期限")]
    found = source_coverage(rows, TEXT, None)
    assert [(line.number, [(r.requirement.id, quoted) for r, quoted in line.rows]) for line in found.lines] == [
        (1, []),
        (3, [("p/a", "方案应写明期限"), ("p/b", "和目标")]),
        (4, [("p/c", "期限不超过三年，")]),
        (5, [("p/c", "另有规定的除外")]),
    ]


def test_what_no_entry_covers_is_told_but_not_marks_alone() -> None:
    found = source_coverage([row("a", "方案应写明期限"), row("b", "期限不超过三年")], TEXT, None)
    assert found.uncovered == ("总则", "和目标。", "另有规定的除外。")
    assert [is_short(piece) for piece in found.uncovered] == [True, True, False]


def test_a_span_outside_the_text_is_told() -> None:
    found = source_coverage([row("a", "")], TEXT, None)
    assert [r.requirement.id for r in found.astray] == ["p/a"]


def test_only_the_text_of_the_registry_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "原文.txt"
    file.write_bytes(TEXT.encode())
    assert read_source_text(file, hashlib.sha256(TEXT.encode()).hexdigest()) == (TEXT, True)
    assert read_source_text(file, "") == (TEXT, None)
    with pytest.raises(UserError) as caught:
        read_source_text(file, "0" * 64)
    assert (caught.value.exit_code, "不是同一份" in caught.value.diagnostics[0].message) == (2, True)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"], ids=["absent", "not utf-8"])
def test_a_text_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "原文.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_source_text(file, "")
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("name", installed_packs())
def test_the_entries_of_a_shipped_pack_cover_its_source(name: str) -> None:
    """Where the source texts are at hand: every span lies in the text, and beside headings little is left over."""
    registry = read_registry(load_pack(name).folder)
    digests = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in SEEDS.glob("*.txt")}
    if registry is None or registry.text_sha256 not in digests:
        pytest.skip("the source text is not at hand")
    text, same = read_source_text(digests[registry.text_sha256], registry.text_sha256)
    found = source_coverage(coverage_rows(load_pack(name)), text, same)
    assert (found.astray, found.same_text) == ((), True)
    left = sum(len(piece) for piece in found.uncovered)
    assert left < len(text) / 10


def test_the_command_without_a_text_lists_clause_subject_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "coverage", "lcip-2014"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t")[:2] == ["lcip-2014/0.a", "序言"]
    assert lines[-1].endswith("缺规则 0 条")
