"""Yearly values from sentences, and what is no value of the park."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.passages import read_passages
from plancheck.facts.predictions import scenario_of
from plancheck.facts.prose_series import points_in_text


def read(text: str, heading: str = "一、园区概况") -> list[tuple[object, ...]]:
    document = document_from_text(f"# {heading}\n{text}\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    return [(p.canonical, p.year, p.member, p.value.value.show()) for p in points if p.value.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2010—2012年，园区工业增加值分别为86.2亿元、98.5亿元和110.4亿元，年均增长13%。",
            [
                ("工业增加值", 2010, None, "86.2亿元"),
                ("工业增加值", 2011, None, "98.5亿元"),
                ("工业增加值", 2012, None, "110.4亿元"),
            ],
        ),
        ("自2009年获批建设以来，园区发展较快。全年工业增加值182亿元。", []),
        ("自2009年设立以来发展较快，2012年工业增加值98.5亿元。", [("工业增加值", 2012, None, "98.5亿元")]),
        (
            "2011年和2012年二氧化碳排放量分别为155万吨、160万吨。",
            [("二氧化碳排放总量", 2011, None, "155万吨二氧化碳"), ("二氧化碳排放总量", 2012, None, "160万吨二氧化碳")],
        ),
        (
            "2012年，园区实现工业总产值412.3亿元，同比增长12%，服务业增加值4.2亿元。",
            [("总产值", 2012, None, "412.3亿元"), ("服务业增加值", 2012, None, "4.2亿元")],
        ),
        (
            "园区能源消费总量由2010年的80万吨标准煤增加到2012年的90万吨标准煤。",
            [("能源消费总量", 2010, None, "80万吨标准煤"), ("能源消费总量", 2012, None, "90万吨标准煤")],
        ),
        (
            "2012年，天然气消费量1.2亿立方米，占能源消费总量的15%。",
            [("能源消费总量", 2012, "天然气", "12000万立方米"), ("能源消费总量", 2012, "天然气", "15%")],
        ),
        (
            "2012年园区工业增加值57.2亿元（按2010年价格计算），服务业增加值13.7亿元。",
            [("工业增加值", 2012, None, "57.2亿元"), ("服务业增加值", 2012, None, "13.7亿元")],
        ),
        ("2012年园区平稳发展。工业增加值达到110.4亿元。", [("工业增加值", 2012, None, "110.4亿元")]),
        (
            "2012年园区平稳发展；比2011年略快；工业增加值达到110.4亿元。",
            [("工业增加值", 2012, None, "110.4亿元")],
        ),
        ("园区平稳发展，比2011年略快；工业增加值达到110.4亿元。", []),
        ("2012年，全省单位工业增加值能耗为1.2吨标准煤/万元。", []),
        ("2012年二氧化碳排放量超过1万吨的重点企业23家。", []),
        ("2012年园区综合能耗5000吨标准煤以上的企业有32家。", []),
        ("2012年工业增加值增长12%，能源消费总量下降3%。", []),
        ("到2016年，能源消费总量控制在100万吨标准煤以内。", []),
        ("2012年能源消费总量由80万吨标准煤增加到90万吨标准煤。", []),
        ("2012年单位工业增加值能耗为80亿元。", []),
        (
            "2012年二氧化碳排放总量98.4万吨,单位工业增加值二氧化碳排放3.52吨/万元。",
            [
                ("二氧化碳排放总量", 2012, None, "98.4万吨二氧化碳"),
                ("单位工业增加值二氧化碳排放", 2012, None, "3.52吨二氧化碳/万元"),
            ],
        ),
    ],
)
def test_values_of_a_sentence(text: str, expected: list[tuple[object, ...]]) -> None:
    assert read(text) == expected


def test_chapters_on_aims_state_no_history() -> None:
    assert read("2012年工业增加值为110.4亿元。", "二、主要目标") == []


def test_years_of_the_sentence_before_go_for_a_list() -> None:
    text = (
        "2010年、2011年和2012年能源消费总量分别为24.3万吨标准煤、28.6万吨标准煤和33.2万吨标准煤。"
        "单位工业增加值能耗分别为0.874、0.844、0.818吨标准煤/万元。"
    )
    assert read(text)[3:] == [
        ("单位工业增加值能耗", 2010, None, "0.874吨标准煤/万元"),
        ("单位工业增加值能耗", 2011, None, "0.844吨标准煤/万元"),
        ("单位工业增加值能耗", 2012, None, "0.818吨标准煤/万元"),
    ]
    assert read("2012年园区有企业3家。单位工业增加值能耗分别为0.9、0.8吨标准煤/万元。") == []


@pytest.mark.parametrize("mark", ["；", "，"])
def test_each_scenario_has_its_values(mark: str) -> None:
    text = f"预测表明：基准情景下，2015年、2016年二氧化碳排放总量将分别达到106.5万吨、116.4万吨{mark}低碳情景下分别为95.2万吨、98.6万吨。"
    document = document_from_text(f"# 一、发展趋势\n{text}\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    assert [(p.scenario, p.year, p.value.value.show() if p.value.value else None, p.forecast) for p in points] == [
        ("基准情景", 2015, "106.5万吨二氧化碳", True),
        ("基准情景", 2016, "116.4万吨二氧化碳", True),
        ("低碳情景", 2015, "95.2万吨二氧化碳", True),
        ("低碳情景", 2016, "98.6万吨二氧化碳", True),
    ]


def test_what_a_part_on_trends_plans_is_a_forecast() -> None:
    document = document_from_text("# 一、面临的形势\n2013—2016年园区工业增加值年均增长11%，2016年达到61.6亿元。\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()), target_year=2016)
    assert [(p.canonical, p.year, p.forecast) for p in points] == [("工业增加值", 2016, True)]


@pytest.mark.parametrize(
    "text",
    [
        "2022—2023年园区碳排放总量将分别达到8.45万吨、9.05万吨二氧化碳。",
        "按照现有发展趋势，2022年、2023年碳排放总量分别为8.45万吨、9.05万吨二氧化碳。",
    ],
)
def test_what_will_come_without_measures_is_a_forecast(text: str) -> None:
    document = document_from_text(f"# 碳排放情况\n{text}\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    assert [(p.year, p.value.value.show(), p.forecast) for p in points if p.value.value is not None] == [
        (2022, "8.45万吨二氧化碳", True),
        (2023, "9.05万吨二氧化碳", True),
    ]


def test_a_forecast_is_marked() -> None:
    document = document_from_text("# 一、排放趋势预测\n预计2016年基准情景下二氧化碳排放总量为190万吨。\n")
    (point,) = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    assert (point.year, point.forecast, point.scenario) == (2016, True, "基准情景")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("2012年园区能源消费总量90万吨标准煤。", None),
        ("2012年南屏工业园能源消费总量90万吨标准煤。", None),
        ("2012年重点用能企业能源消费量62.1万吨标准煤。", "重点用能企业"),
        ("化工行业2012年二氧化碳排放量120万吨。", "化工行业"),
        ("2012年恒源公司的二氧化碳排放量12万吨。", "恒源公司"),
    ],
)
def test_values_of_a_part_of_the_park_say_of_whom(text: str, scope: str | None) -> None:
    document = document_from_text(f"# 一、园区概况\n{text}\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    assert [p.scope for p in points] == [scope]


def test_a_scenario_that_a_value_is_only_compared_with_is_not_its_own() -> None:
    text = "低碳情景下2016年排放总量为325.74万吨，比基准情景少53.05万吨，强度为3.371吨/万元"
    assert scenario_of(text, text.index("3.371")) == "低碳情景"
    assert scenario_of("与基准情景相比，2016年少排放53万吨", 12) is None
    assert scenario_of("2016年基准情景为380万吨", 11) == "基准情景"


def test_among_aims_only_years_that_tables_report_on_are_facts() -> None:
    def told(text: str, heading: str, reported: int | None) -> list[int]:
        document = document_from_text(f"# {heading}\n{text}\n")
        passages = read_passages(document)
        return [p.year for p in points_in_text(document, passages, Lexicons.of(park_terms()), None, reported)]

    fact = "2020年园区能源消费总量35.6万吨标准煤，管委会每季度通报。"
    assert told(fact, "六、保障措施", 2020) == told(fact, "三、发展目标", 2021) == [2020]
    assert (
        told(fact, "六、保障措施", 2019) == told(fact, "六、保障措施", None) == told(fact, "四、重点工程", 2020) == []
    )
    assert told("到2020年园区能源消费总量控制在36万吨标准煤。", "三、发展目标", 2020) == []


def test_a_scope_in_brackets_behind_the_name_narrows_it() -> None:
    document = document_from_text("# 一、概况\n2015年园区总产值（规模以上）158亿元，全口径总产值176亿元。\n")
    points = points_in_text(document, read_passages(document), Lexicons.of(park_terms()))
    assert [(p.scope, p.value.value.show()) for p in points if p.value.value] == [
        ("规模以上", "158亿元"),
        (None, "176亿元"),
    ]
