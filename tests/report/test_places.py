"""Places in words."""

from __future__ import annotations

import pytest

from plancheck.core.location import Location
from plancheck.report.places import column_letters, place_in_words

CASES = [
    (Location(section=("三、主要任务", "（一）产业低碳化"), paragraph=57), "三、主要任务 › （一）产业低碳化 第57段",
     "三、主要任务 › （一）产业低碳化, paragraph 57"),
    (Location(section=("四、重点工程",), table=3, row=7, column=5), "四、重点工程 › 表3 第7行第5列",
     "四、重点工程 › table 3, row 7, column 5"),
    (Location(table=3, row=7, column=5), "表3 第7行第5列", "table 3, row 7, column 5"),
    (Location(table=3), "表3", "table 3"),
    (Location(table=3, row=2), "表3 第2行", "table 3, row 2"),
    (Location(table=3, column=2), "表3 第2列", "table 3, column 2"),
    (Location(section=("六、保障措施",)), "六、保障措施", "六、保障措施"),
    (Location(paragraph=1, span=(0, 4)), "第1段", "paragraph 1"),
    (Location(), "全文", "whole plan"),
    (Location(source="data", key="projects[3].investment"), "数据文件 工程 第3条 投资额",
     "data file projects[3].investment"),
    (Location(source="data", key="projects[3].investment", section=("工程",), row=7, column=5),
     "数据文件 工程 第3条 投资额（工作表 工程 E7）", "data file projects[3].investment (sheet 工程, cell E7)"),
    (Location(source="data", section=("工程",), row=7), "数据文件（工作表 工程 第7行）", "data file (sheet 工程, row 7)"),
    (Location(source="data", section=("工程",)), "数据文件（工作表 工程）", "data file (sheet 工程)"),
    (Location(source="data", key="park.name", row=12), "数据文件 园区 名称（第12行）", "data file park.name (line 12)"),
    (Location(source="data", key="projects[3].investment（工程!E7）"), "数据文件 工程 第3条 投资额（工作表 工程 E7）",
     "data file projects[3].investment (sheet 工程, cell E7)"),
    (Location(source="data", key="a（工程（新）!AB12）"), "数据文件 a（工作表 工程（新） AB12）",
     "data file a (sheet 工程（新）, cell AB12)"),
    (Location(source="data", key="series[能耗（当量）]"), "数据文件 series[能耗（当量）]", "data file series[能耗（当量）]"),
    (Location(source="data", key="能耗（当量）"), "数据文件 能耗（当量）", "data file 能耗（当量）"),
    (Location(source="data", key="能耗）"), "数据文件 能耗）", "data file 能耗）"),
    (Location(source="data"), "数据文件", "data file"),
    (Location(source="data", key="series[1].values.2012"), "数据文件 序列 第1条 2012年", "data file series[1].values.2012"),
    (Location(source="data", key="goals[2].target_value"), "数据文件 管理目标 第2条 目标值", "data file goals[2].target_value"),
    (Location(source="data", key="admission.applications[2].decision"), "数据文件 准入申请 第2条 决定",
     "data file admission.applications[2].decision"),
    (Location(source="data", key="organization.lead.name"), "数据文件 组织机构 低碳管理负责人姓名",
     "data file organization.lead.name"),
    (Location(source="data", key="enterprises[1].assessments[2].date"), "数据文件 企业 第1条 评估 第2条 日期",
     "data file enterprises[1].assessments[2].date"),
    (Location(source="data", key="evaluations[1].values.G1"), "数据文件 评价 第1条 结果数值 G1",
     "data file evaluations[1].values.G1"),
    (Location(source="data", key="goals[2].unheard"), "数据文件 goals[2].unheard", "data file goals[2].unheard"),
]  # fmt: skip


@pytest.mark.parametrize(("location", "chinese", "english"), CASES)
def test_place(location: Location, chinese: str, english: str) -> None:
    assert place_in_words(location) == chinese
    assert place_in_words(location, "en") == english


def test_hostile_heading_is_short_and_on_one_line() -> None:
    place = place_in_words(Location(section=("长" * 500 + "\n\x1b[2J", "甲\n乙"), paragraph=1))
    assert place == "长" * 39 + "… › 甲 乙 第1段"


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_column_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters
