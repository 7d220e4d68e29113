"""Headings answer to sections: by name, within longer headings, merged, or only alike; and where they belong."""

from __future__ import annotations

import pytest
from small_vocabulary import entry, vocabulary

from plancheck.core.vocabulary import Entry
from plancheck.document.plaintext import document_from_text
from plancheck.facts.sections import match_sections

SIX = (
    entry("section", "园区总体情况", "园区基本情况", "园区概况", level="1", order="1"),
    entry("section", "指导思想和主要目标", "总体要求与主要目标", level="1", order="2"),
    entry("section", "主要任务", "重点任务", level="1", order="3"),
    entry("section", "重点工程", "重点项目", level="1", order="4"),
    entry("section", "园区创建效益分析", "效益分析", level="1", order="5"),
    entry("section", "保障措施", "保障机制", level="1", order="6"),
    entry("section", "主要目标", "总体目标", level="2", under="指导思想和主要目标"),
    entry("section", "指导思想", level="2", under="指导思想和主要目标"),
    entry("section", "组织保障", "组织领导", weak=["组织机构"], level="2", under="保障措施"),
    entry("section", "资金保障", "资金投入", level="2", under="保障措施"),
)


def found(text: str, *entries: Entry) -> dict[str, list[tuple[str, str]]]:
    """Title and how of the matches of each section that has any."""
    document = document_from_text(text)
    matches = match_sections(document, vocabulary(*(entries or SIX)))
    return {name: [(document.sections[m.section].title, m.how) for m in hits] for name, hits in matches.items() if hits}


def heading(title: str, *entries: Entry) -> dict[str, str]:
    """How a single chapter heading answers to the sections."""
    return {name: hits[0][1] for name, hits in found(f"一、{title}\n园区位于东部。\n", *entries).items()}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("主要任务", {"主要任务": "exact"}),
        ("主要 任务", {"主要任务": "exact"}),
        ("“主要任务”", {"主要任务": "exact"}),
        ("落实主要任务", {"主要任务": "exact"}),
        ("试点创建主要任务", {"主要任务": "exact"}),
        ("低碳发展主要任务", {"主要任务": "contains"}),
        ("主要任务安排", {"主要任务": "contains"}),
        ("园区创建效益分析", {"园区创建效益分析": "exact"}),
        ("预期效益分析", {"园区创建效益分析": "contains"}),
        ("总体要求与主要目标", {"指导思想和主要目标": "exact", "主要目标": "contains"}),
        ("组织实施与保障措施", {"保障措施": "contains"}),
        ("重点工程投资估算", {"重点工程": "resembles"}),
        ("主要任务（2014—2016年）", {"主要任务": "exact"}),
        ("加强组织领导，健全工作机制", {"组织保障": "contains"}),
        ("加大资金投入力度", {"资金保障": "contains"}),
        ("组织和资金保障", {"组织保障": "joined", "资金保障": "joined"}),
        ("工业发展现状", {}),
        ("公众参与", {}),
        ("主导产业", {}),
    ],
)
def test_how_a_chapter_heading_answers(title: str, expected: dict[str, str]) -> None:
    assert heading(title) == expected


def test_two_sections_of_one_level_in_one_heading_are_joined() -> None:
    assert heading("主要任务与重点工程") == {"主要任务": "joined", "重点工程": "joined"}
    assert heading("指导思想与主要目标")["主要目标"] == "joined"
    assert heading("指导思想与主要目标")["指导思想和主要目标"] == "exact"


def test_a_heading_with_all_parts_of_a_composed_name_answers_to_it() -> None:
    assert heading("主要目标、原则与指导思想")["指导思想和主要目标"] == "contains"
    assert "指导思想和主要目标" not in heading("指导思想与原则")


def test_a_name_within_another_name_is_not_joined() -> None:
    entries = (entry("section", "效益分析", level="1"), entry("section", "综合效益分析", level="1"))
    assert heading("综合效益分析", *entries) == {"效益分析": "contains", "综合效益分析": "exact"}


def test_weak_names_and_likeness_only_resemble() -> None:
    assert heading("组织机构") == {"组织保障": "resembles"}
    assert heading("保障性措施") == {"保障措施": "resembles"}


def test_words_at_the_end_that_say_nothing_do_not_keep_names_apart() -> None:
    economy = entry("section", "经济与产业", "经济发展和产业基础情况", "经济运行情况", level="3")
    assert heading("经济运行概况", economy) == {"经济与产业": "contains"}
    assert heading("经济发展与产业状况", economy) == {"经济与产业": "resembles"}
    assert heading("产业用地状况", economy) == {}


def test_a_confusable_name_does_not_answer() -> None:
    one = entry("section", "主要目标", "目标", never=["目标责任"])
    assert heading("主要目标责任", one) == {}


def test_the_park_name_in_a_heading_is_left_out() -> None:
    text = "# 东海高新区国家低碳工业园区试点实施方案\n## 东海高新区概况\n园区位于东部。\n## 主要任务\n发展光伏。\n"
    assert found(text)["主要任务"] == [("主要任务", "exact")]


def test_the_better_place_comes_first() -> None:
    text = "一、重点工程\n（一）组织保障\n工程指挥部负责。\n二、保障措施\n1.组织领导\n成立领导小组。\n（二）资金投入\n设专项资金。\n"
    document = document_from_text(text)
    matches = match_sections(document, vocabulary(*SIX))["组织保障"]
    assert [(document.sections[m.section].title, m.inside) for m in matches] == [
        ("组织领导", True),
        ("组织保障", False),
    ]


def test_outside_its_parent_only_the_very_name_counts() -> None:
    text = "一、主要任务\n（一）{0}\n做。\n二、保障措施\n（一）资金保障\n设专项资金。\n"

    def match(title: str) -> list[tuple[str, bool]]:
        matches = match_sections(document_from_text(text.format(title)), vocabulary(*SIX))
        return [(m.how, m.inside) for m in matches["组织保障"]]

    assert match("组织保障") == [("exact", False)]
    assert match("企业组织保障") == [("resembles", False)]
    assert match("组织机构") == []


def test_a_chapter_is_not_found_within_another_chapter_by_a_longer_heading() -> None:
    text = "一、重点项目\n（一）项目概况\n两项。\n（二）{0}\n两项。\n二、保障措施\n（一）推进重点工程\n两项。\n"
    one = entry("section", "园区总体情况", "概况", "总体情况", level="1")
    assert "园区总体情况" not in found(text.format("项目总体情况"), one, *SIX[1:])
    assert found(text.format("园区总体情况"), one, *SIX[1:])["园区总体情况"] == [("园区总体情况", "exact")]
    assert found(text.format("介绍"), one, *SIX[1:])["重点工程"] == [("重点项目", "exact"), ("推进重点工程", "exact")]


def test_a_merged_heading_is_the_place_of_both() -> None:
    document = document_from_text("一、组织领导与保障措施\n成立领导小组。\n")
    matches = match_sections(document, vocabulary(*SIX))
    assert [(m.how, m.inside) for m in matches["组织保障"]] == [("contains", True)]


def test_wrapper_headings_do_not_count_for_depth() -> None:
    plain = document_from_text("# 主要任务\n## 甲\n做甲。\n# 保障措施\n## 组织保障\n做乙。\n")
    wrapped = document_from_text("# 实施方案\n## 主要任务\n### 甲\n做甲。\n## 保障措施\n### 组织保障\n做乙。\n")
    for document in (plain, wrapped):
        matches = match_sections(document, vocabulary(*SIX))
        assert [m.depth for m in matches["主要任务"]] == [1]
        assert [(m.depth, m.inside) for m in matches["组织保障"]] == [(2, True)]


def test_a_chapter_around_everything_is_no_wrapper() -> None:
    for text in ("# 主要任务\n## 甲\n做甲。\n## 乙\n做乙。\n", "三、主要任务\n（一）甲\n做甲。\n（二）乙\n做乙。\n"):
        assert [m.depth for m in match_sections(document_from_text(text), vocabulary(*SIX))["主要任务"]] == [1]


@pytest.mark.parametrize(
    ("body", "substance"),
    [
        ("", 0),
        ("略。", 0),
        ("待补充\n", 0),
        ("成立领导小组。", 6),
        ("| 甲 | 乙 |\n| 余热利用 | —— |\n| 光伏 | 待定 |\n", 6),
        ("[图 组织机构图]\n", 20),
        ("[图缺 组织机构图]\n", 0),
        ("（一）组织保障\n成立领导小组。\n（二）资金保障\n略\n", 6),
    ],
)
def test_substance_leaves_out_placeholders_and_headings(body: str, substance: int) -> None:
    document = document_from_text(f"一、保障措施\n{body}\n二、主要任务\n发展光伏产业。\n")
    assert match_sections(document, vocabulary(*SIX))["保障措施"][0].substance == substance


@pytest.mark.parametrize(
    ("title", "substance"),
    [
        ("保障措施：略", 0),
        ("保障措施（待补充）", 0),
        ("保障措施（2014年）", 6),
        ("保障措施：见附件", 9),
        ("保障措施", 6),
    ],
)
def test_what_a_heading_says_in_its_own_line(title: str, substance: int) -> None:
    document = document_from_text(f"# {title}\n成立领导小组。\n# 主要任务\n发展光伏产业。\n")
    assert match_sections(document, vocabulary(*SIX))["保障措施"][0].substance == substance


def test_sections_without_a_heading_are_there_with_no_match() -> None:
    matches = match_sections(document_from_text("没有标题的文字。"), vocabulary(*SIX))
    assert matches == {one.name: () for one in SIX}


def test_a_heading_that_names_one_section_does_not_resemble_another_by_likeness() -> None:
    entries = (entry("section", "总体目标", level="3"), entry("section", "具体目标", level="3"))
    assert heading("总体目标", *entries) == {"总体目标": "exact"}


def test_a_deep_heading_that_only_contains_a_name_is_no_chapter() -> None:
    text = "一、后续设想\n（一）介绍\n1.微电网重点工程\n建设微电网。\n"
    assert "重点工程" not in found(text)
