"""The submission's own date: data file, then cover, never another."""

from __future__ import annotations

import pytest

from plancheck.core.location import Evidence, Location
from plancheck.facts.dates import read_day, read_iso_date
from plancheck.facts.model import Date, Fact, SubmissionFacts
from plancheck.facts.submission_date import submission_date

NONE = SubmissionFacts()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2024年3月", Date(2024, 3)),
        ("编制日期：2024年3月15日", Date(2024, 3, 15)),
        ("2024.03.15", Date(2024, 3, 15)),
        ("2024.03", Date(2024, 3)),
        ("二〇二四年十二月", Date(2024, 12)),
        ("二〇二四年十二月二十五日", Date(2024, 12, 25)),
        ("二〇二四年三月十日", Date(2024, 3, 10)),
        ("二〇二四年三月五日", Date(2024, 3, 5)),
        ("某园区低碳实施方案（2022—2025年）", None),
        ("2024年度低碳运行管理手册", None),
        ("2024年3月—5月", None),
        ("某园区管理委员会", None),
    ],
)
def test_a_cover_line(line: str, date: Date | None) -> None:
    found = submission_date([line], NONE)
    assert (found.value if found else None) == date


def test_the_last_date_on_the_cover_counts() -> None:
    found = submission_date(["2012年6月批准", "方案（2014—2016年）", "2014年3月"], NONE)
    assert found is not None
    assert (found.value, found.evidence[0].excerpt) == (Date(2014, 3), "2014年3月")


def test_the_data_file_comes_before_the_cover() -> None:
    evidence = (Evidence(Location(source="data", key="plan_date"), "2024-05"),)
    given = SubmissionFacts(values={"plan_date": Fact("2024-05", evidence)})
    assert submission_date(["2024年3月"], given) == Fact(Date(2024, 5), evidence)
    blank: Fact[str] = Fact(None, evidence, "blank", "只是占位")
    assert submission_date(["2024年3月"], SubmissionFacts(values={"plan_date": blank})) == Fact(
        Date(2024, 3), (Evidence(Location(section=("封面",)), "2024年3月", "2024-03"),)
    )
    unclear: Fact[str] = Fact(None, evidence, "unreadable", "不是日期")
    found = submission_date(["2024年3月"], SubmissionFacts(values={"plan_date": unclear}))
    assert found == Fact(None, evidence, "unreadable", "不是日期")


def test_no_date_anywhere() -> None:
    assert submission_date([], NONE) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", Date(2024)), ("2024-2", Date(2024, 2)), ("2024-02-29", Date(2024, 2, 29)), ("2023-02-29", None),
        ("2024-13", None), ("今天", None), ("1024", None), ("", None),
    ],
)  # fmt: skip
def test_dates_as_rules_write_them(text: str, date: Date | None) -> None:
    assert read_iso_date(text) == date


def test_a_date_to_the_month_is_any_of_its_days() -> None:
    assert (Date(2024, 2).first, Date(2024, 2).last) == ((2024, 2, 1), (2024, 2, 29))
    assert (Date(2024).first, Date(2024).last) == ((2024, 1, 1), (2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年3月5日", Date(2024, 3, 5)), ("2024-03-05", Date(2024, 3, 5)), ("2024/3/5", Date(2024, 3, 5)),
        ("2024.3", Date(2024, 3)), ("2024年", Date(2024)), ("2024", Date(2024)), ("20240305", Date(2024, 3, 5)),
        ("2024年11月底前", Date(2024, 11)), ("2025年底前", Date(2025)), ("2024 年 6 月", Date(2024, 6)),
        ("二〇二四年三月五日", Date(2024, 3, 5)), ("二〇二四年三月", Date(2024, 3)), ("２０２４年３月", Date(2024, 3)),
        ("2024年3月31日", Date(2024, 3, 31)), ("2024年4月31日", None), ("2024年13月", None), ("2024-2025年", None),
        ("2024年3月—5月", None), ("长期", None), ("每季度", None), ("", None), ("12", None), ("2024年3月完成验收", None),
        ("GB/T 15316", None), ("2024年3月5日和6月7日", None),
    ],
)  # fmt: skip
def test_a_text_that_is_a_date(text: str, date: Date | None) -> None:
    assert read_day(text) == date
