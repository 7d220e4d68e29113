"""What each task contributes: from a table, from its own words, from words elsewhere."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.task_contributions import TaskContributions, read_task_contributions

HEAD = "三、主要任务\n（一）更换电炉\n更换12台。{}\n（二）改烧天然气\n铺设管线。{}\n"


def read(text: str) -> tuple[list[tuple[str, str | None, str | None]], TaskContributions]:
    words = park_terms()
    chapter = Entry("section", "主要任务", "主要任务", properties={"level": "1"})
    vocabulary = Vocabulary({**words.entries, "section": {"主要任务": chapter}})
    facts = gather(document_from_text(text), vocabulary)
    found = read_task_contributions(facts)
    rows = []
    for task, one in zip(facts.tasks, found.of, strict=True):
        share = one.share.value.show() if one.share and one.share.value else None
        amount = one.amount.value.show() if one.amount and one.amount.value else None
        rows.append((task.name, share, amount))
    return rows, found


def test_own_words() -> None:
    rows, _ = read(HEAD.format("对碳强度目标的贡献：减排2.1万吨二氧化碳，贡献率35%。", "贡献率为65%。"))
    assert rows == [("更换电炉", "35%", "2.1万吨二氧化碳"), ("改烧天然气", "65%", None)]


def test_a_share_of_all_reductions_is_a_contribution() -> None:
    rows, _ = read(
        HEAD.format("年减少二氧化碳排放4.1万吨，占总减排量的21.7%。", "年减少二氧化碳排放2.6万吨，占工业总量的3%。")
    )
    assert rows == [("更换电炉", "21.7%", "4.1万吨二氧化碳"), ("改烧天然气", None, None)]


def test_an_intensity_is_no_contribution() -> None:
    rows, _ = read(HEAD.format("吨铸件能耗由610千克标准煤降到520千克标准煤，贡献率35%。", ""))
    assert rows[0] == ("更换电炉", "35%", None)


@pytest.mark.parametrize("name", ["更换电炉", "1. 更换电炉"])
def test_rows_of_a_table_and_rows_that_name_no_task(name: str) -> None:
    table = f"表1 贡献\n| 任务 | 减排量（万吨二氧化碳） | 贡献率（%） |\n| {name} | 2.1 | 35 |\n| 建设平台 | 3.9 | 65 |\n| 合计 | 6.0 | 100 |\n"
    rows, found = read(HEAD.format("", "") + "四、效益\n" + table)
    assert rows == [("更换电炉", "35%", "2.1万吨二氧化碳"), ("改烧天然气", None, None)]
    assert ["建设平台" in e.excerpt for e in found.unmatched] == [True]


def test_a_table_that_its_caption_makes_one_of_contributions() -> None:
    table = "表1 任务减排贡献（万吨二氧化碳）\n| 任务类别 | 减排量 | 占比 |\n| 电炉更换 | 9 | 9 |\n| 推进更换电炉 | 2.1 | 35% |\n| 合计 | 6.0 | 100% |\n"
    rows, _ = read(HEAD.format("", "") + "四、效益\n" + table)
    assert rows == [("更换电炉", "35%", "2.1万吨二氧化碳"), ("改烧天然气", None, None)]


def test_words_elsewhere_that_name_the_task() -> None:
    rows, _ = read(HEAD.format("", "") + "四、效益\n经测算，更换电炉贡献35%，改烧天然气贡献65%。")
    assert [share for _, share, _ in rows] == ["35%", "65%"]
