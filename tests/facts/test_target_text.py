"""Targets that sentences state: the level that they start from, and the sections in which they count."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Fact
from plancheck.facts.plan_years import PlanYears
from plancheck.facts.target_text import targets_in_text


def _targets(plan: str) -> list[tuple[str, str, str, int | None]]:
    """Indicator, base, target and base year of each target of a plan."""
    facts = gather(document_from_text(plan), park_terms())
    return [
        (
            t.indicator,
            t.base.value.show() if t.base and t.base.value else "",
            t.target.value.show() if t.target and t.target.value else "",
            t.base_year.value if t.base_year else None,
        )
        for t in facts.targets
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("绿色建筑认证比例由2012年的8%提高到60%", ("绿色建筑认证比例", "8%", "60%", 2012)),
        ("重点企业碳排放报告率由2012年的0提高到100%", ("重点企业碳排放报告率", "0%", "100%", 2012)),
        ("再生水回用率从12.5提高到32%", ("再生水回用率", "12.5%", "32%", None)),
        ("重点企业（36家）清洁生产审核率达到100%", ("重点企业（36家）清洁生产审核率", "", "100%", None)),
        ("绿色建筑认证比例达到60%", ("绿色建筑认证比例", "", "60%", None)),
    ],
)
def test_the_level_that_a_sentence_starts_from(sentence: str, expected: tuple[str, str, str, int | None]) -> None:
    plan = f"# 二、主要目标\n## （一）具体目标\n到2016年，{sentence}。\n"
    assert expected in _targets(plan)


def test_several_levels_in_one_sentence_keep_to_their_targets() -> None:
    plan = (
        "# 二、主要目标\n## （一）具体目标\n"
        "到2016年，再生水回用率由2012年的12%提高到32%；重点企业碳排放报告率由2012年的0提高到100%。\n"
    )
    assert _targets(plan) == [
        ("再生水回用率", "12%", "32%", 2012),
        ("重点企业碳排放报告率", "0%", "100%", 2012),
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("；淘汰一台10蒸吨燃煤锅炉", [("可再生能源占用能的比重", ""), ("燃煤锅炉", "1个")]),
        ("；再淘汰两台", [("可再生能源占用能的比重", "")]),
        ("，提高1.3个百分点", [("可再生能源占用能的比重", "1.3个百分点")]),
    ],
)
def test_what_is_taken_out_of_use_is_no_change_of_the_share_before_it(
    after: str, expected: list[tuple[str, str]]
) -> None:
    plan = f"# 二、主要目标\n把可再生能源占用能的比重由2024年的8.2%提高到2025年的9.5%{after}。\n"
    found = gather(document_from_text(plan), park_terms()).targets
    assert [(t.indicator, t.change.value.show() if t.change and t.change.value else "") for t in found] == expected


@pytest.mark.parametrize(
    ("name", "printed"), [("其他行业合计", "其他行业"), ("其余企业", "其余企业"), ("其单位产品能耗", "单位产品能耗")]
)
def test_the_rest_of_a_whole_keeps_its_name(name: str, printed: str) -> None:
    assert [t[0] for t in _targets(f"# 二、主要目标\n到2025年，{name}控制在41.6万吨以内。\n")] == [printed]


def test_aims_below_a_heading_on_infrastructure_count() -> None:
    plan = "# 二、主要目标\n## （一）具体目标\n### （4）基础设施低碳化\n到2016年，再生水回用率达到32%。\n"
    assert [t[0] for t in _targets(plan)] == ["再生水回用率"]
    assert _targets(plan.replace("基础设施低碳化", "工作基础")) == []


def test_anchors_mean_the_years_that_the_plan_states_for_itself() -> None:
    document = document_from_text("# 主要目标\n规划期末，工业固废综合利用率达到95%，单位增加值能耗比基准年下降18%。\n")
    base, end = (Fact(year, ()) for year in (2012, 2016))
    lexicons = Lexicons.of(park_terms())
    told = [
        (t.indicator, t.base_year and t.base_year.value, t.target_year and t.target_year.value)
        for t in targets_in_text(document, lexicons, years=PlanYears(base, end))
    ]
    assert told == [("工业固废综合利用率", None, 2016), ("单位增加值能耗", 2012, 2016)]
    assert targets_in_text(document, lexicons) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2025年二氧化碳排放总量控制在220.4万吨以内。", ["220.4万吨二氧化碳"]),
        ("2025年二氧化碳排放总量为220.4万吨。", []),
        ("2020年二氧化碳排放总量控制在200万吨以内，完成了任务。", []),
        ("全省2025年能源消费总量控制在2.2亿吨标准煤以内。", []),
        ("低碳情景下，2025年二氧化碳排放总量控制在210万吨以内。", []),
        ("预计2025年二氧化碳排放总量可控制在210万吨以内。", []),
    ],
)
def test_a_bound_promised_outside_the_chapter_on_aims_is_a_target(sentence: str, expected: list[str]) -> None:
    stated = [t[2] for t in _targets(f"# 一、碳排放情况\n本方案以2021年为基准年。\n{sentence}\n")]
    unknown = [t[2] for t in _targets(f"# 一、碳排放情况\n{sentence}\n")]
    assert (stated, unknown) == (expected, [])
