"""Projects from tables, cards and words."""

from __future__ import annotations

import random

import pytest
from park_terms import park_terms

from plancheck.core.quantity import Quantity
from plancheck.document.plaintext import document_from_text
from plancheck.facts.model import Fact, Period, Project
from plancheck.facts.passages import read_passages
from plancheck.facts.projects import ProjectFacts, read_projects
from plancheck.facts.tables import type_tables

HEADERS = ("项目类型", "项目名称", "建设单位", "建设内容", "建设期", "总投资（万元）", "资金来源", "预期效果")
ROWS = (
    (
        "节能改造",
        "余热利用工程",
        "甲热电公司",
        "新建两台余热锅炉",
        "2014.3-2015.10",
        "1200",
        "企业自筹",
        "年节能3000吨标准煤",
    ),
    (
        "可再生能源",
        "屋顶光伏工程",
        "乙公司",
        "铺设20兆瓦组件",
        "2014年—2016年",
        "16,000",
        "银行贷款",
        "年减排1.5万吨二氧化碳",
    ),
)


def read(text: str) -> ProjectFacts:
    document = document_from_text(text)
    vocabulary = park_terms()
    return read_projects(document, type_tables(document, vocabulary), vocabulary, passages=read_passages(document))


def table(headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in (headers, *rows)) + "\n"


def shown(project: Project) -> dict[str, object]:
    """Field → value as a reader sees it, or its status where it is not stated."""
    found: dict[str, object] = {}
    for name, fact in project.fields.items():
        value = fact.value
        found[name] = fact.status if fact.status != "stated" else value.show() if isinstance(value, Quantity) else value
    return found


FIRST = {
    "项目类型": "节能改造",
    "项目名称": "余热利用工程",
    "实施主体": "甲热电公司",
    "主要内容": "新建两台余热锅炉",
    "项目起止时间": Period((2014, 3), (2015, 10)),
    "投资额": "1200万元",
    "投资方式": "企业自筹",
    "预期效果": "年节能3000吨标准煤",
}


def test_the_eight_fields_of_a_row() -> None:
    found = read("# 四、重点工程\n" + table(HEADERS, ROWS)).projects
    assert [p.name for p in found] == ["余热利用工程", "屋顶光伏工程"]
    assert shown(found[0]) == FIRST
    assert [e.value.show() for e in found[0].effects if e.value] == ["3000吨标准煤"]
    assert (found[0].evidence[0].location.table, found[0].evidence[0].location.row) == (1, 2)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_columns_does_not_matter(seed: int) -> None:
    order = list(range(len(HEADERS)))
    random.Random(seed).shuffle(order)
    mixed = table(tuple(HEADERS[i] for i in order), tuple(tuple(row[i] for i in order) for row in ROWS))
    found = read("# 四、重点工程\n" + mixed).projects
    assert [shown(p) for p in found] == [shown(p) for p in read("# 四、重点工程\n" + table(HEADERS, ROWS)).projects]


def test_a_transposed_table_gives_the_same() -> None:
    lines = tuple(zip(HEADERS, *ROWS, strict=True))
    found = read("# 四、重点工程\n" + table(lines[0], lines[1:])).projects
    assert [shown(p) for p in found] == [shown(p) for p in read("# 四、重点工程\n" + table(HEADERS, ROWS)).projects]


def test_blank_unreadable_and_absent_are_told_apart() -> None:
    rows = (("甲工程", "乙公司", "建锅炉", "待定", "适时开工"), ("丙工程", "", "建管网", "300", "18个月"))
    first, second = read(
        "# 重点工程\n" + table(("项目名称", "建设单位", "建设内容", "投资（万元）", "建设期"), rows)
    ).projects
    assert (first.fields["投资额"].status, first.fields["项目起止时间"].status) == ("blank", "unreadable")
    assert (second.fields["实施主体"].status, second.fields["项目起止时间"].status) == ("blank", "blank")
    assert "投资方式" not in first.fields


def test_a_number_without_any_unit_is_unreadable_and_a_note_gives_it_one() -> None:
    rows = "| 项目名称 | 建设单位 | 建设内容 | 投资额 |\n| 甲工程 | 乙 | 丙 | 300 |\n"
    assert read("# 重点工程\n" + rows).projects[0].fields["投资额"].reason == "“300”没有写明单位。"
    assert shown(read("# 重点工程\n表1 项目表\n单位：万元\n" + rows).projects[0])["投资额"] == "300万元"


def test_bands_subtotals_totals_and_repeated_headers_are_no_projects() -> None:
    found = read(
        "# 重点工程\n| 序号 | 项目名称 | 建设单位 | 建设内容 | 总投资（亿元） |\n| 一、节能改造类 | < | < | < | < |\n"
        "| 1 | 甲工程 | 乙 | 丙 | 0.5 |\n| 小计 | < | < | < | 0.5 |\n| 序号 | 项目名称 | 建设单位 | 建设内容 | 总投资（亿元） |\n"
        "| 二、新能源类（1项） | < | < | < | < |\n| 2 | 丁工程 | 戊 | 己 | 1.2 |\n| 合计 | < | < | < | 1.7 |\n"
    )
    assert [(p.name, p.fields["项目类型"].value) for p in found.projects] == [
        ("甲工程", "节能改造类"),
        ("丁工程", "新能源类"),
    ]
    assert [(t.kind, t.quantity.value.show(), t.group) for t in found.totals if t.quantity.value] == [
        ("investment", "5000万元", "节能改造类"),
        ("investment", "1.7亿元", None),
    ]


def test_start_and_end_columns_and_saving_columns_are_joined() -> None:
    (project,) = read(
        "# 重点工程\n| 项目名称 | 建设单位 | 起止时间 | < | 预期效果 | < |\n| ^ | ^ | 开始 | 结束 | 年节能量（吨标煤） | 年减碳量（吨） |\n"
        "| 甲工程 | 乙公司 | 2014年3月 | 2015年12月 | 5000 | 13000 |\n"
    ).projects
    assert shown(project)["项目起止时间"] == Period((2014, 3), (2015, 12))
    assert shown(project)["预期效果"] == "节能量5000吨标煤；减碳量13000吨"
    assert [e.value.show() for e in project.effects if e.value] == ["5000吨标准煤", "1.3万吨二氧化碳"]


def test_steps_have_a_field_of_their_own_and_tell_the_period_where_nothing_else_does() -> None:
    heads = ("项目名称", "建设单位", "实施计划", "总投资（万元）")
    row = ("余热利用工程", "甲热电公司", "2014年3月开工，2015年10月投产", "1200")
    alone = shown(read("# 四、重点工程\n" + table(heads, (row,))).projects[0])
    beside = shown(read("# 四、重点工程\n" + table((*heads, "建设周期"), ((*row, "2014—2016年"),))).projects[0])
    assert (alone["实施计划"], alone["项目起止时间"]) == (row[2], Period((2014, 3), (2015, 10)))
    assert (beside["实施计划"], beside["项目起止时间"]) == (row[2], Period((2014, None), (2016, None)))


def test_a_deadline_is_an_end_without_start() -> None:
    (project,) = read(
        "# 重点工程\n| 项目名称 | 建设单位 | 建设内容 | 完成时限 |\n| 甲工程 | 乙 | 丙 | 2015年 |\n"
    ).projects
    assert project.fields["项目起止时间"].value == Period(None, (2015, None))


def test_a_supervising_office_only_resembles_the_builder() -> None:
    (project,) = read(
        "# 重点工程\n| 项目名称 | 责任单位 | 建设内容 | 总投资（万元） |\n| 甲工程 | 经发局 | 丙 | 10 |\n"
    ).projects
    fact = project.fields["实施主体"]
    assert (fact.status, fact.reason) == ("resembles", "表头写的是“责任单位”，与“实施主体”只是相近。")


def test_cards_of_label_and_value_pairs() -> None:
    (project,) = read(
        "# 重点工程\n## （一）光伏工程\n| 项目名称 | 屋顶光伏工程 | 实施主体 | 乙公司 |\n| 主要内容 | 铺设20兆瓦组件 | 起止时间 | 2014-2016年 |\n"
        "| 投资额 | 1.6亿元 | 投资方式 | 银行贷款 |\n| 预期效果 | 年减排1.5万吨二氧化碳 | < | < |\n"
    ).projects
    assert shown(project) == {
        "项目名称": "屋顶光伏工程",
        "实施主体": "乙公司",
        "主要内容": "铺设20兆瓦组件",
        "项目起止时间": Period((2014, None), (2016, None)),
        "投资额": "1.6亿元",
        "投资方式": "银行贷款",
        "预期效果": "年减排1.5万吨二氧化碳",
    }


def test_items_with_labels_and_plain_sentences() -> None:
    found = read(
        "# 四、重点工程\n1. 余热利用工程。建设单位：甲公司；建设内容：新建两台锅炉；投资：1200万元；建设期：2014—2015年；预期效果：年节能3000吨标准煤。\n"
        "2. 绿色照明工程。将园区5000盏路灯更换为LED灯，总投资800万元，由管委会负责建设，建设期2014年至2015年。\n"
    ).projects
    assert [p.name for p in found] == ["余热利用工程", "绿色照明工程"]
    assert shown(found[0]) == {
        "项目名称": "余热利用工程",
        "实施主体": "甲公司",
        "主要内容": "新建两台锅炉",
        "投资额": "1200万元",
        "项目起止时间": Period((2014, None), (2015, None)),
        "预期效果": "年节能3000吨标准煤",
    }
    assert shown(found[1]) == {
        "项目名称": "绿色照明工程",
        "实施主体": "管委会",
        "主要内容": "将园区5000盏路灯更换为LED灯",
        "投资额": "800万元",
        "项目起止时间": Period((2014, None), (2015, None)),
    }


def test_numbered_sentences_that_begin_with_the_name() -> None:
    found = read(
        "# 四、重点工程\n1. 甲公司余热利用项目，总投资3200万元，2015年建成，年节约标准煤4800吨。\n"
        "2. 污水处理厂扩建项目，建设规模2万吨/日，计划2013年开工，2017年完工，投资待定。\n"
        "3. 道路拓宽工程，由乙公司实施，总投资1.5亿元，2014—2016年建设。\n4. 绿色照明工程。\n上述项目总投资约2.6亿元。\n"
    ).projects
    assert [p.name for p in found] == ["甲公司余热利用项目", "污水处理厂扩建项目", "道路拓宽工程", "绿色照明工程"]
    assert shown(found[0]) == {
        "项目名称": "甲公司余热利用项目",
        "投资额": "3200万元",
        "项目起止时间": Period(None, (2015, None)),
        "预期效果": "年节约标准煤4800吨",
    }
    assert shown(found[1])["项目起止时间"] == Period((2013, None), (2017, None))
    assert "投资额" not in shown(found[1])
    assert shown(found[2])["项目起止时间"] == Period((2014, None), (2016, None))
    assert shown(found[3]) == {"项目名称": "绿色照明工程"}


def test_a_paragraph_that_begins_with_a_listed_name_describes_that_project() -> None:
    text = (
        "# 四、重点工程\n"
        + table(HEADERS, ROWS)
        + "余热利用工程：现有窑炉废气直接排放，改造后供汽20吨/时。\n屋顶光伏工程的选址另行确定。\n"
    )
    found = read(text).projects
    assert [(p.name, len(p.described)) for p in found] == [("余热利用工程", 1), ("屋顶光伏工程", 0)]


def test_table_and_words_of_one_name_are_one_project_and_a_different_sum_is_named() -> None:
    found = read(
        "# 四、重点工程\n"
        + table(HEADERS, ROWS)
        + "（一）余热利用工程\n项目总投资1300万元，由甲热电公司承担，建设期2014年3月至2015年10月。\n"
    )
    assert [p.name for p in found.projects] == ["余热利用工程", "屋顶光伏工程"]
    assert len(found.projects[0].described) == 1
    (difference,) = found.disagreements
    assert (difference.subject, difference.document.value, difference.data.value) == (
        "余热利用工程的投资额",
        "1200万元",
        "1300万元",
    )


def test_general_headings_and_groups_are_no_projects() -> None:
    text = "# 四、重点工程\n## （一）项目总体情况\n共安排重点工程2项，总投资1.72亿元，建设期2014—2016年。\n## （二）工程清单\n"
    found = read(text + table(HEADERS, ROWS))
    assert [p.name for p in found.projects] == ["余热利用工程", "屋顶光伏工程"]
    assert [(t.kind, t.quantity.value.show(), t.origin) for t in found.totals if t.quantity.value] == [
        ("projects", "2个", "prose"),
        ("investment", "1.72亿元", "prose"),
    ]


def test_a_count_of_the_projects_that_a_sentence_names_is_no_total() -> None:
    text = "# 四、重点工程\n共安排重点工程2项。余热利用工程、屋顶光伏工程2个项目落实能源任务。\n"
    found = read(text + table(HEADERS, ROWS))
    assert [(t.quantity.value.show(), t.group) for t in found.totals if t.kind == "projects" and t.quantity.value] == [
        ("2个", None),
        ("2个", "余热利用工程"),
    ]


def test_the_money_of_one_project_is_no_total() -> None:
    found = read("# 四、重点工程\n## （一）余热利用工程\n项目总投资1300万元，由甲公司承担，建设期2014年至2015年。\n")
    assert (len(found.projects), found.totals) == (1, ())


def test_capacity_building_without_money_is_not_engineering() -> None:
    rows = (
        ("能力建设", "碳管理培训", "管委会", "每年两期", "—"),
        ("能力建设", "碳数据平台", "管委会", "建平台", "300"),
    )
    found = read(
        "# 重点工程\n" + table(("项目类型", "项目名称", "实施主体", "主要内容", "投资额（万元）"), rows)
    ).projects
    assert [p.engineering for p in found] == [False, True]


def test_one_name_twice_in_a_list_stays_two_rows() -> None:
    rows = (("甲工程", "乙公司", "建锅炉", "10"), ("甲工程", "乙公司", "建锅炉", "10"))
    assert len(read("# 重点工程\n" + table(("项目名称", "建设单位", "建设内容", "投资（万元）"), rows)).projects) == 2


def test_numbers_at_the_beginning_of_a_name_stay() -> None:
    rows = (("40兆瓦屋顶光伏工程", "乙公司", "铺设组件", "10"),)
    (project,) = read("# 重点工程\n" + table(("项目名称", "建设单位", "建设内容", "投资（万元）"), rows)).projects
    assert project.name == "40兆瓦屋顶光伏工程"


def test_a_table_recognised_but_empty_is_reported() -> None:
    found = read("# 重点工程\n| 项目名称 | 建设单位 | 建设内容 | 投资（万元） |\n|  |  |  |  |\n")
    assert (found.projects, [u.reason for u in found.unread]) == ((), ["认出是重点工程表，但没有读出一个项目。"])


def test_facts_without_value_are_blank_or_unreadable() -> None:
    for project in read("# 四、重点工程\n" + table(HEADERS, (("", "甲", "", "", "", "", "", ""),))).projects:
        for fact in project.fields.values():
            assert isinstance(fact, Fact)
            assert (fact.value is None) == (fact.status in ("blank", "unreadable"))


def test_what_has_been_done_before_is_no_key_project() -> None:
    done = "# 一、园区概况\n## （二）工作基础\n| 项目名称 | 建设单位 | 建设内容 | 总投资（万元） |\n| 老工程 | 乙 | 丙 | 10 |\n"
    found = read(done + "# 四、重点工程\n" + table(HEADERS, ROWS)).projects
    assert [p.name for p in found] == ["余热利用工程", "屋顶光伏工程"]


def test_an_investment_split_over_columns_is_added_for_a_person_to_confirm() -> None:
    head = "# 重点工程\n| 项目名称 | 建设单位 | 建设内容 | 投资额（万元） | < |\n| ^ | ^ | ^ | {} | {} |\n| 甲工程 | 乙公司 | 建锅炉 | 100 | 250 |\n"
    split, whole = (
        read(head.format(*names)).projects[0].fields["投资额"] for names in (("2014年", "2015年"), ("自筹", "合计"))
    )
    assert isinstance(split.value, Quantity) and isinstance(whole.value, Quantity)
    assert (split.value.show(), split.status) == ("350万元", "resembles")
    assert (whole.value.show(), whole.status) == ("250万元", "stated")
