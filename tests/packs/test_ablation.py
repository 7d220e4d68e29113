"""Silence is never success: with nothing of what is asked for in the plan, no rule decided by the program passes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plancheck.checking.assess import judge_all
from plancheck.checking.examples import facts_of
from plancheck.packs.load import load_pack
from plancheck.packs.model import Pack

PACKS = tuple(sorted(p.parent.name for p in (Path(__file__).parents[2] / "rules").glob("*/00-pack.rules")))

TITLE_ONLY = "云泽经济技术开发区国家低碳工业园区试点实施方案"

PLACEHOLDERS = """
一、园区总体情况
待补充
二、指导思想和主要目标
略
三、主要任务
（一）加强产业低碳化发展
XXX
（二）加强能源低碳化发展
……
四、重点工程
表1 重点工程项目表
| 序号 | 项目名称 | 项目类型 | 主要内容 | 实施主体 | 投资额（万元） | 投资方式 | 起止时间 | 预期效果 |
| 1 |  |  |  |  |  |  |  |  |
五、园区创建效益分析
（待补充）
六、保障措施
——
"""

STORY = """
第一回 渡口的旧船
外婆家门前有一条河，河水终年清亮。每到黄昏，摆渡的老人便把竹篙横在船头，坐下来抽一袋烟。
“你看那片芦苇，”老人说，“我小的时候它就在那里了。”孩子们听得入神，谁也没有注意天色已经暗下来。
第二回 集市
腊月里赶集的人多，卖年画的、捏面人的、补锅的挤满了一条街。小云用三个铜板换了一只泥老虎，高兴得一夜没有睡着。
母亲在灯下缝衣裳，针脚细密，像是要把所有的话都缝进去。窗外下着雪，院子里的梅树开了第一枝花。
第三回 归来
许多年以后，小云又回到河边。桥修起来了，渡口已经没有人。她在石阶上坐了很久，直到月亮升上来，照着满河的碎银。
"""

OTHER_TRADE = """
一、食堂管理办法
为规范食堂管理，保证职工用餐，特制定本办法。本办法自2014年1月1日起执行。
二、采购
采购员每周二、周五到市场采购，蔬菜不少于12个品种，费用每月不超过3.5万元。
| 品名 | 单位 | 1月 | 2月 | 3月 |
| 大米 | 公斤 | 820 | 790 | 860 |
| 食用油 | 升 | 96 | 88 | 102 |
| 合计 | — | 916 | 878 | 962 |
三、卫生
餐具每餐消毒，厨房每日清扫两次，后勤科每月检查一次，检查结果张榜公布。
"""


@cache
def pack(name: str) -> Pack:
    return load_pack(name)


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize(
    "text", [TITLE_ONLY, PLACEHOLDERS, STORY, OTHER_TRADE], ids=["title", "placeholders", "story", "canteen"]
)
def test_nothing_passes_on_a_text_that_says_nothing(name: str, text: str) -> None:
    one = pack(name)
    judged = judge_all(facts_of(text, None, one.vocabulary), one, one.judges[0])
    passed = [j.rule.id for j in judged if j.rule.ask is None and j.outcome.value == "pass"]
    assert passed == headings_only(name, text)


def headings_only(name: str, text: str) -> list[str]:
    """What headings alone do satisfy: a plan of six empty chapters has the chapters, in their order."""
    return ["lcip-2014/3.a", "lcip-2014/3.b"] if name == "lcip-2014" and text == PLACEHOLDERS else []
