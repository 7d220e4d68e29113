"""Plans are cut into sentences, headings, captions and rows that a reader can find again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.document.plaintext import document_from_text
from plancheck.facts.passages import quote, read_passages, shorten, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一。二；三", ["一。", "二；", "三"]),
        ("无结尾", ["无结尾"]),
        ("甲（乙。丙）。丁", ["甲（乙。丙）。", "丁"]),
        ("甲“乙；丙”丁。戊", ["甲“乙；丙”丁。", "戊"]),
        ("他说：“要节能。”然后实施。", ["他说：“要节能。”", "然后实施。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("（括号没有合上。下一句。", ["（括号没有合上。", "下一句。"]),
        ("目标18.5%。到2016年", ["目标18.5%。", "到2016年"]),
        ("  前后空白。 再一句 ", ["前后空白。", "再一句"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_a_long_bracket_is_cut_inside() -> None:
    inner = "这是一个很长的说明，" * 10
    text = f"（{inner}。第二句在括号里。）第三句。"
    assert [text[a:b] for a, b in split_sentences(text)] == [f"（{inner}。", "第二句在括号里。）", "第三句。"]


@given(st.text(alphabet="甲乙。；！？（）“”()\n 《》[]，a1", max_size=80))
def test_sentences_keep_every_visible_character_once_and_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_kinds_places_and_headers() -> None:
    document = document_from_text(
        "一、重点工程\n共两项。总投资2亿元。\n表1 重点工程表\n| 项目名称 | 投资额（万元） |\n| 余热利用 | —— |\n| 光伏 | 300 |\n"
    )
    found = [(p.kind, p.text) for p in read_passages(document)]
    assert found == [
        ("heading", "一、重点工程"),
        ("sentence", "共两项。"),
        ("sentence", "总投资2亿元。"),
        ("caption", "表1 重点工程表"),
        ("row", "项目名称 | 投资额（万元）"),
        ("row", "余热利用 | ——"),
        ("row", "光伏 | 300"),
    ]
    row = read_passages(document)[5].evidence
    assert (row.location.table, row.location.row, row.location.section) == (1, 2, ("一、重点工程",))
    assert row.value == "项目名称 | 投资额（万元）"
    assert row.excerpt == "余热利用 | ——"
    sentence = read_passages(document)[2].evidence
    assert (sentence.location.paragraph, sentence.location.span) == (2, (4, 11))


def test_passage_numbers_are_positions() -> None:
    passages = read_passages(document_from_text("# 甲\n一。二。\n| a | b |\n| c | d |\n"))
    assert [p.index for p in passages] == list(range(len(passages)))


def test_laid_out_text_in_the_only_cell_of_a_row_is_read_by_sentence() -> None:
    words = "园区建设余热利用项目，" * 8 + "年底建成。"
    passages = read_passages(document_from_text(f"一、任务\n| 甲 | 乙 |\n| {words}{words} | |\n"))
    assert [(p.kind, p.text) for p in passages[2:]] == [("sentence", words), ("sentence", words)]
    assert passages[3].evidence.location.column == 1


def test_a_quote_is_shortened_around_what_was_found() -> None:
    text = "前" * 200 + "关键词" + "后" * 200 + "。"
    passage = read_passages(document_from_text(f"开头。{text}\n"))[1]
    evidence = quote(passage, 200, 203)
    assert "关键词" in evidence.excerpt
    assert evidence.excerpt.startswith("…") and evidence.excerpt.endswith("…")
    assert len(evidence.excerpt) <= 124
    assert evidence.location.span == (203, 206)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 300))
def test_shorten_keeps_the_match(start: int, size: int, rest: int) -> None:
    text = "甲" * start + "乙" * size + "丙" * rest
    short = shorten(text, start, start + size)
    assert "乙" * size in short
    assert len(short) <= max(122, size + 2)
