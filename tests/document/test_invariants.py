"""Whatever the text, reading never fails, and sections, blocks and numbers fit together."""

from __future__ import annotations

import random
import time

import pytest

from plancheck.document.model import Document, Paragraph, Table
from plancheck.document.plaintext import document_from_text

PIECES = [
    "第一章", "第二节", "一、", "（一）", "1.", "1.1", "（1）", "①", "附件1", "附图1", "目录", "…………3", "表1", "图1", "单位：万元", "\n", "\n",
    "\n", " ", "　", "。", "：", "，", "|", "| a | b |", "| ^ | < |", "[图 甲]", "[图缺]", "#", "##", "总则", "园区方案", "2014年", "A.1",
    "任务一", "字" * 50, "\t", "-", "\x0b", "\u2028", "😀", "实施方案", "▲", "前言",
]  # fmt: skip


def check(document: Document) -> None:
    """Fail where sections do not nest, blocks lie outside their section, or numbers jump."""
    sections, blocks = document.sections, document.blocks
    assert sections[0].last == len(blocks)
    for section in sections[1:]:
        parent = sections[section.parent]
        assert section.level == parent.level + 1
        assert section.index in parent.children
        assert parent.first <= section.heading < section.first <= section.last <= parent.last
        heading = blocks[section.heading]
        assert isinstance(heading, Paragraph)
        assert heading.kind == "heading"
    number = 0
    for index, block in enumerate(blocks):
        section = sections[block.section]
        assert section.first <= index < section.last or section.heading == index
        if isinstance(block, Paragraph):
            assert block.number in (number, number + 1)
            number = block.number
            assert block.text.strip() == block.text != ""
        elif isinstance(block, Table):
            assert len(block.grid) == block.rows
            assert all(len(row) == block.columns for row in block.grid)


@pytest.mark.parametrize("seed", range(20))
def test_any_text(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        check(document_from_text("".join(chance.choice(PIECES) for _ in range(chance.randrange(60)))))


HUGE = {
    "one line": "字" * 300_000,
    "digits": "1" * 300_000,
    "blanks": "1" + " " * 300_000 + "x",
    "dots": "一、" + "。" * 100_000,
    "marks": "▲" * 100_000,
    "decimals": "\n".join(f"{n // 50 % 99 + 1}.{n % 50 + 1} 标题" for n in range(5000)),
    "annexes": "\n".join(f"附件{n % 99}" for n in range(5000)),
    "figures": "[图 甲]\n" * 5000,
    "contents": "目录\n" + "一、总则……1\n" * 5000,
}


@pytest.mark.parametrize("case", HUGE)
def test_hostile_text_takes_linear_time(case: str) -> None:
    start = time.process_time()
    check(document_from_text(HUGE[case]))
    assert time.process_time() - start < 2
