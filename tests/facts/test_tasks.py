"""Tasks are read as the plan divides them: headings, numbered paragraphs, 一是…二是, leading sentences, a table."""

from __future__ import annotations

from types import MappingProxyType

from small_vocabulary import entry, vocabulary

from plancheck.core.location import Evidence, Location
from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.model import Fact, SubmissionFacts, Task
from plancheck.facts.tasks import subtasks

VOCABULARY = vocabulary(
    entry("section", "主要任务", "重点任务", level="1"),
    entry("section", "重点工程", "重点项目", level="1"),
    entry("section", "保障措施", level="1"),
    entry("section", "工作计划安排", "进度安排", level="2", under="主要任务"),
    entry("section", "任务贡献度", "贡献度分析", level="2", role="not-a-task"),
    entry("group", "产业低碳化", "低碳产业", "产业结构", "产业…转型", of="任务领域"),
    entry("group", "能源低碳化", "低碳能源", of="任务领域"),
    entry("group", "低碳管理", "碳管理", of="任务领域"),
    entry("group", "煤炭", of="品种"),
)


def tasks(text: str, submission: SubmissionFacts | None = None) -> tuple[Task, ...]:
    return gather(document_from_text(text), VOCABULARY, submission).tasks


def brief(text: str) -> list[tuple[int, str, str | None]]:
    return [(task.level, task.name, task.field_) for task in tasks(text)]


def test_fields_and_their_tasks_by_headings() -> None:
    text = """
# 三、主要任务
安排三个方面的任务。
## （一）加强产业低碳化发展
### 1. 优化产业结构
淘汰落后产能3家。
### 2. 推进清洁生产
15家企业通过审核。
## （二）能源低碳化
### 1. 发展光伏
建设10兆瓦光伏。
| 年份 | 装机 |
| 2014 | 4 |
## （三）加强碳管理
建设统计平台。
## （四）进度安排
### 第一阶段
2014年启动。
### 第二阶段
2015年推进。
## （五）贡献度分析
见表。
# 四、保障措施
## 组织保障
成立领导小组。
"""
    found = tasks(text)
    assert [(t.level, t.name, t.field_, t.parent) for t in found] == [
        (1, "加强产业低碳化发展", "产业低碳化", None),
        (2, "优化产业结构", "产业低碳化", 0),
        (2, "推进清洁生产", "产业低碳化", 0),
        (1, "能源低碳化", "能源低碳化", None),
        (2, "发展光伏", "能源低碳化", 3),
        (1, "加强碳管理", "低碳管理", None),
    ]
    assert [t.name for t in subtasks(found)] == ["优化产业结构", "推进清洁生产", "发展光伏", "加强碳管理"]
    assert found[4].text == "建设10兆瓦光伏。\n年份 | 装机\n2014 | 4"
    assert found[1].evidence.excerpt == "1.优化产业结构" or found[1].evidence.excerpt == "1. 优化产业结构"


def test_tasks_without_fields() -> None:
    text = "一、重点任务\n（一）发展光伏\n建设10兆瓦。\n（二）推广节能灯\n更换3000盏。\n二、重点工程\n（一）光伏工程\n10兆瓦。\n"
    assert brief(text) == [(1, "发展光伏", None), (1, "推广节能灯", None)]


def test_numbered_paragraphs_divide_a_field() -> None:
    text = (
        "# 主要任务\n## 低碳能源\n为优化能源结构，开展以下工作：\n"
        "（1）发展光伏，到2016年在园区标准厂房屋顶建成10兆瓦分布式光伏电站，所发电量主要供企业自用，多余部分上网；\n"
        "（2）利用余热，到2016年在三家水泥企业和两家化工企业建成余热发电装置，年回收余热折合标准煤两万吨以上。\n"
        "# 保障措施\n成立小组。\n"
    )
    assert brief(text) == [(1, "低碳能源", "能源低碳化"), (2, "发展光伏", "能源低碳化"), (2, "利用余热", "能源低碳化")]


def test_first_second_in_one_paragraph_divide_a_field_but_not_a_task() -> None:
    said = "一是发展光伏。建设10兆瓦；二是利用余热。年回收2万吨；三是推广节能灯。"
    assert brief(f"# 主要任务\n## 能源低碳化\n{said}\n## 产业低碳化\n调整产业。\n") == [
        (1, "能源低碳化", "能源低碳化"),
        (2, "发展光伏", "能源低碳化"),
        (2, "利用余热", "能源低碳化"),
        (2, "推广节能灯", "能源低碳化"),
        (1, "产业低碳化", "产业低碳化"),
    ]
    assert brief(f"# 主要任务\n## 发展可再生能源\n{said}\n## 推广节能\n{said}\n") == [
        (1, "发展可再生能源", None),
        (1, "推广节能", None),
    ]


def test_a_chapter_without_headings_is_divided_by_its_items() -> None:
    text = "# 主要任务\n一是发展光伏，建设10兆瓦。\n二是利用余热，年回收2万吨。2015年完成。\n# 保障措施\n成立小组。\n"
    found = tasks(text)
    assert [(t.level, t.name) for t in found] == [
        (1, "发展光伏，建设10兆瓦"),
        (1, "利用余热，年回收2万吨"),
    ]
    assert found[1].text == "二是利用余热，年回收2万吨。2015年完成。"


def test_leading_sentences_divide_a_field() -> None:
    text = (
        "# 主要任务\n## 产业低碳化\n加快调整产业结构。淘汰落后产能3家，腾出用能空间。\n"
        "大力推进低碳生产。15家企业开展清洁生产审核。\n## 低碳能源\n优化能源结构，建设光伏。\n"
    )
    assert [name for level, name, _ in brief(text) if level == 2] == ["加快调整产业结构", "大力推进低碳生产"]


def test_headings_that_only_resemble_a_schedule_are_no_tasks_beside_fields() -> None:
    text = (
        "# 主要任务\n## 产业低碳化\n调整。\n## 低碳能源\n发展。\n## 工作计划\n见表。\n"
        "## 分析与计划\n### 贡献度分析\n见表。\n### 进度安排\n见表。\n"
    )
    assert [name for _, name, _ in brief(text)] == ["产业低碳化", "低碳能源"]


def test_general_statements_are_no_tasks() -> None:
    assert (
        brief("# 主要任务\n园区将积极推进低碳发展，努力完成目标。\n各项工作要有序开展。\n# 保障措施\n成立小组。\n")
        == []
    )


def test_a_single_heading_around_all_tasks_is_looked_through() -> None:
    text = "# 主要任务\n## 任务内容\n### 发展光伏\n建设10兆瓦。\n### 利用余热\n回收余热。\n## 进度安排\n见表。\n"
    assert [name for _, name, _ in brief(text)] == ["发展光伏", "利用余热"]


def test_a_task_table() -> None:
    text = """
# 主要任务
任务见下表。
| 主要任务 | 分项任务 | 完成时间 |
| 能源低碳化 | 发展光伏 | 2015年 |
| ^ | 利用余热 | 2016年 |
| 低碳管理 | 统计平台 | 2014年 |
# 保障措施
成立小组。
"""
    assert brief(text) == [
        (1, "能源低碳化", "能源低碳化"),
        (2, "发展光伏", "能源低碳化"),
        (2, "利用余热", "能源低碳化"),
        (1, "低碳管理", "低碳管理"),
        (2, "统计平台", "低碳管理"),
    ]


def test_field_chapters_without_a_task_chapter() -> None:
    text = "# 园区概况\n位于东部。\n# 推进产业低碳化\n## 优化布局\n做。\n# 构建低碳能源体系\n## 发展光伏\n做。\n# 保障措施\n成立小组。\n"
    found = tasks(text)
    assert [(t.level, t.name, t.sure) for t in found] == [
        (1, "推进产业低碳化", False),
        (2, "优化布局", False),
        (1, "构建低碳能源体系", False),
        (2, "发展光伏", False),
    ]


def test_field_names_may_be_gap_patterns() -> None:
    assert brief("# 主要任务\n## 推动产业绿色转型\n做。\n## 转型中的产业\n做。\n") == [
        (1, "推动产业绿色转型", "产业低碳化"),
        (1, "转型中的产业", None),
    ]


def test_no_chapter_no_tasks() -> None:
    assert brief("# 园区概况\n位于东部，产业结构以化工为主。\n") == []


def test_data_file_tasks_unite_by_name() -> None:
    def fact(text: str, key: str) -> Fact[str]:
        return Fact(text, (Evidence(Location(source="data", key=key), text),))

    rows = (
        MappingProxyType(
            {"name": fact("推进发展光伏", "tasks[1].name"), "contribution": fact("8%", "tasks[1].contribution")}
        ),
        MappingProxyType({"name": fact("绿色建筑", "tasks[2].name"), "field": fact("低碳能源", "tasks[2].field")}),
    )
    found = tasks("# 主要任务\n## 发展光伏\n建10兆瓦。\n## 利用余热\n回收。\n", SubmissionFacts(tasks=rows))
    assert [(t.name, t.field_, t.evidence.location.key) for t in found] == [
        ("发展光伏", None, None),
        ("利用余热", None, None),
        ("绿色建筑", "能源低碳化", "tasks[2].name"),
    ]
    assert found[0].given["contribution"].value == "8%"
    assert not found[1].given


def test_passages_of_a_task_are_its_own() -> None:
    facts = gather(
        document_from_text("# 主要任务\n## 发展光伏\n建10兆瓦。很好。\n## 利用余热\n回收。\n"), VOCABULARY, None
    )
    texts = [[p.text for p in facts.passages[slice(*task.passages)]] for task in facts.tasks]
    assert texts == [["发展光伏", "建10兆瓦。", "很好。"], ["利用余热", "回收。"]]
