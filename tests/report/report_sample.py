"""A made-up but realistic report on a plan after lcip-2014: 297 results in clause order, as the judgement gives them.

Rules, clauses and titles come from `rules.tsv`; what a park would get wrong is written out below, the rest passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from plancheck.core.location import Evidence, Location
from plancheck.core.outcome import Obligation, Outcome, Verdict
from plancheck.judgement.results import (
    ChapterScore,
    Coverage,
    FileInfo,
    Interval,
    Override,
    Report,
    Result,
)

HEADINGS = {
    "总体要求": "前言",
    "园区总体情况": "一、园区总体情况",
    "指导思想和主要目标": "二、指导思想和主要目标",
    "主要任务": "三、主要任务",
    "重点工程": "四、重点工程",
    "园区创建效益分析": "五、效益分析",
    "保障措施": "六、保障措施",
}
MAXIMA = dict(zip(HEADINGS, (10, 20, 20, 20, 15, 5, 10), strict=True))


def paragraph(number: int, excerpt: str, *section: str, value: str | None = None) -> Evidence:
    """Evidence in a paragraph."""
    return Evidence(Location(section=section, paragraph=number, span=(0, len(excerpt))), excerpt, value)


def cell(table: int, row: int, column: int, excerpt: str, *section: str, value: str | None = None) -> Evidence:
    """Evidence in a table's cell."""
    return Evidence(Location(section=section, table=table, row=row, column=column), excerpt, value)


def data(key: str, excerpt: str, value: str | None = None) -> Evidence:
    """Evidence in the data file."""
    return Evidence(Location(source="data", key=key), excerpt, value)


@dataclass(frozen=True)
class Said:
    """What is special about a result."""

    messages: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    fix: str | None = None
    items: tuple[int, int, int, int] | None = None
    same: tuple[str, ...] = ()
    looked_in: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    depends: str | None = None
    veto: bool = False
    obligation: Obligation | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


TARGETS, PROJECTS, ENERGY = "（二）主要目标", "（一）重点工程清单", "（三）能源消费与碳排放"
OVERVIEW, GOALS, TASKS, WORKS, GAINS, SAFE = list(HEADINGS.values())[1:]

FAILED: dict[str, Said] = {
    "3.2.2.1.b": Said(
        ("方案没有给出试点期末单位工业增加值碳排放的下降率。",),
        (paragraph(61, "到2016年，园区碳排放强度显著下降，能源利用效率明显提高。", GOALS, TARGETS),),
        "写明以2012年为基准、到2016年单位工业增加值碳排放下降的百分比。",
        same=("lcip-2014/3.2.2.1.k",),
        veto=True,
    ),
    "3.2.2.1.k": Said(("下降率没有给出，无法与基准年和目标年的碳强度核对。",), same=("lcip-2014/3.2.2.1.b",)),
    "1.2.b": Said(
        ("目标章节的基准年写为2010年，应为2012年。",),
        (
            paragraph(60, "与2010年相比，单位工业增加值能耗下降21%。", GOALS, TARGETS, value="2010"),
            cell(2, 1, 3, "基准值（2012年）", GOALS, TARGETS, value="2012"),
        ),
        "把总体目标的基准年统一为2012年，并按新基准重新计算下降率。",
        same=("lcip-2014/1.2.d",),
    ),
    "1.2.d": Said(
        ("同一指标的基准年前后不一：第60段是2010年，表2是2012年。",),
        (cell(2, 1, 3, "基准值（2012年）", GOALS, TARGETS, value="2012"),),
        same=("lcip-2014/1.2.b",),
    ),
    "3.1.1.1.m": Said(
        ("没有找到园区区位图：第12段只有图题，没有图。",),
        (paragraph(12, "图1  园区区位图", OVERVIEW, "（一）园区概况"),),
        "补上区位图，图题留在图的下方。",
    ),
    "3.1.1.2.f": Said(
        ("没有写明六大高耗能行业增加值占比。",),
        fix="在经济发展情况中补充六大高耗能行业增加值及其占工业增加值的比重（2010-2012年）。",
        looked_in=(Evidence(Location(section=(OVERVIEW, "（二）经济发展与产业基础")), ""),),
    ),
    "3.1.1.3.b": Said(
        ("能源消费数据缺2011年。",),
        (cell(1, 1, 2, "2010年 | 2012年", OVERVIEW, ENERGY),),
        "补齐2010、2011、2012三个年度的数据。",
        items=(2, 1, 0, 3),
    ),
    "3.1.1.3.l": Said(
        ("2012年分品种能耗相加为118.4万吨标准煤，比总量126.0万吨标准煤少6.0%，超出1%的允许误差。",),
        (
            cell(1, 7, 3, "合计 | 118.4", OVERVIEW, ENERGY, value="118.4万吨标准煤"),
            paragraph(38, "2012年园区综合能源消费量126.0万吨标准煤。", OVERVIEW, ENERGY, value="126万吨标准煤"),
            data("energy.total[2012]", "126.0", "126万吨标准煤"),
        ),
        "核对表1的各品种数据，或说明差额来自哪些未列出的品种。",
    ),
    "3.1.1.3.o": Said(
        ("按能耗和工业增加值复算的单位能耗为1.58吨标准煤/万元，方案写1.65吨标准煤/万元，相差4.2%。",),
        (paragraph(40, "单位工业增加值能耗1.65吨标准煤/万元。", OVERVIEW, ENERGY, value="1.65吨标准煤/万元"),),
        "核对单位工业增加值能耗的计算口径并改正。",
    ),
    "3.1.3.k": Said(
        ("没有给出试点期内排放趋势的预测数值。",),
        (paragraph(52, "预计未来三年园区排放总量将继续增长，但增速放缓。", OVERVIEW, "（五）面临的形势"),),
        "给出2014至2016年各年的排放预测值和预测方法。",
    ),
    "3.2.2.1.f": Said(
        ("年均下降率3.4%低于所在地区同期的3.9%。",),
        (
            cell(2, 3, 5, "单位工业增加值碳排放 | 下降13%", GOALS, TARGETS, value="13%"),
            data("region.targets[0].change", "18", "18%"),
        ),
        "提高目标，或说明低于地区目标的理由。",
    ),
    "3.2.2.2.k": Said(
        ("三级指标“清洁生产水平”没有可以计量的数值。", "三级指标“低碳意识”没有可以计量的数值。"),
        (
            cell(2, 9, 4, "清洁生产水平 | 明显提高", GOALS, TARGETS),
            cell(2, 14, 4, "低碳意识 | 不断增强", GOALS, TARGETS),
        ),
        "为这两个指标给出单位和数值，或换成可以计量的指标。",
        items=(16, 2, 0, 18),
    ),
    "3.2.2.2.t": Said(
        ("二级指标“管理低碳化”没有对应的任务。",),
        (cell(2, 12, 1, "管理低碳化", GOALS, TARGETS),),
        "在主要任务中增加支撑管理低碳化的任务。",
        items=(3, 1, 0, 4),
    ),
    "3.2.2.2.u": Said(
        tuple(f"三级指标“{name}”没有基准值。" for name in ("绿色建筑比例", "余热利用率", "再生水回用率", "三级计量普及率")),
        tuple(cell(2, row, 3, f"{name} | ——", GOALS, TARGETS) for row, name in
              ((6, "绿色建筑比例"), (7, "余热利用率"), (8, "再生水回用率"), (13, "三级计量普及率"))),
        "补填这些指标2012年的基准值。",
        items=(14, 4, 0, 18),
    ),
    "3.3.g": Said(
        ("任务“发展智慧物流”没有写明拟达到的效果。",),
        (paragraph(97, "（八）发展智慧物流", TASKS, "（八）发展智慧物流"),),
        "用一两句话写明这项任务到2016年达到什么效果，尽量给出数量。",
        items=(10, 1, 1, 12),
        same=("lcip-2014/2.4.g", "lcip-2014/3.3.o"),
    ),
    "2.4.g": Said(("任务“发展智慧物流”没有效果预期。",), same=("lcip-2014/3.3.g",)),
    "3.3.o": Said(("分项任务“发展智慧物流”没有定量指标。",), same=("lcip-2014/3.3.g",)),
    "3.3.s": Said(
        ("没有排出任务的优先顺序。",),
        fix="在任务清单中标明先后或分期实施的顺序。",
        looked_in=(Evidence(Location(section=(TASKS,)), ""),),
    ),
    "3.4.j": Said(
        ("工程“中水回用二期”没有写明起止时间。",),
        (cell(3, 11, 6, "中水回用二期 | 待定", WORKS, PROJECTS),),
        "补填开工和完工的年月。",
        items=(22, 1, 0, 23),
    ),
    "3.4.k": Said(
        ("工程“余热利用”没有写明投资额。",),
        (cell(3, 7, 5, "余热利用 | ——", WORKS, PROJECTS),),
        "补填投资额（万元），并与资金保障一节的总额一致。",
        items=(22, 1, 0, 23),
    ),
    "3.4.n": Said(
        ("工程“热电联产改造”2018年12月完工，晚于试点期末2016年。",),
        (
            cell(3, 4, 6, "热电联产改造 | 2015.3-2018.12", WORKS, PROJECTS, value="2015-03～2018-12"),
            Evidence(Location(source="data", section=("工程",), row=7, column=5, key="projects[3].period"), "2015.3-2018.12"),
        ),
        "调整工期，或写明试点期内完成的部分及其投资和效果。",
        items=(20, 1, 2, 23),
    ),
    "3.4.o": Said(
        ("23个工程的投资额相加为31.28亿元，正文写32.6亿元。",),
        (
            paragraph(121, "共安排重点工程23项，总投资32.6亿元。", WORKS, value="32.6亿元"),
            cell(3, 25, 5, "合计 | 312800", WORKS, PROJECTS, value="31.28亿元"),
        ),
        "核对各工程的投资额和总额。",
    ),
    "3.5.e": Said(
        ("效益分析没有写社会效益。",),
        fix="补写就业、民生、示范带动等方面的社会效益。",
        looked_in=(Evidence(Location(section=(GAINS,)), ""),),
    ),
    "3.6.1.e": Said(
        ("没有写明对低碳工作的考核机制。",),
        (paragraph(140, "领导小组办公室负责日常协调工作。", SAFE, "（一）组织保障"),),
        "写明由谁、对谁、多久考核一次，结果如何使用。",
    ),
    "3.6.3.b": Said(
        ("没有提到设立低碳发展专项资金。",),
        (paragraph(148, "积极争取国家和省级财政支持。", SAFE, "（三）资金保障"),),
        "写明是否设立专项资金及其规模；不设立的，说明资金从哪里来。",
    ),
}  # fmt: skip

NOT_APPLICABLE: dict[str, Said] = {
    **{
        f"3.1.1.3.{letter}": Said(("依赖的内容缺失：没有按行业的能源数据。",), depends="lcip-2014/3.1.1.3.e")
        for letter in "mn"
    },
    "3.2.2.1.g": Said(("方案没有提出需要与地区比较的能耗目标。",)),
    "3.3.u": Said(("依赖的内容缺失：没有任务对目标的贡献数值。",), depends="lcip-2014/3.3.r"),
    "3.5.f": Said(("依赖的内容缺失：没有任务对目标的贡献数值。",), depends="lcip-2014/3.3.r"),
    "3.6.3.f": Said(("方案没有要求财政配套。",)),
}
ADVICE = ("3.3.1.w", "3.3.2.e", "3.3.3.k", "3.3.3.j", "3.2.2.2.r", "3.6.4.c")


def sample_report() -> Report:
    """The report: 25 failed, 80 for review, 12 not applicable (6 of them advice), 180 passed."""
    lines = Path(__file__).with_name("rules.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    reviews = _reviewed([row[0].partition("/")[2] for row in rows if row[3] == "assist"])
    results = tuple(_result(row, number, reviews) for number, row in enumerate(rows, 1))
    chapters = tuple(ChapterScore(name, _sum(r for r in results if r.chapter == name)) for name in HEADINGS)
    score = Interval(*(sum((getattr(c.points, f) for c in chapters), Fraction(0)) for f in ("low", "high", "maximum")))
    opened = score.high - score.low
    return Report(
        pack_id="lcip-2014",
        pack_title="国家低碳工业园区试点实施方案编制指南",
        pack_digest="sha256:" + "5f0c9a3e" * 8,
        tool_version="0.1.0",
        plan=FileInfo("plan.docx", "a91c44d2" * 8, "清江低碳工业园区试点实施方案", 61234),
        data=FileInfo("data.xlsx", "07be51f8" * 8),
        verdict=Verdict.SUPPLEMENT,
        reasons=(
            "否决项不符合：没有给出单位工业增加值碳排放的下降率（三（二）2（1））。",
            "还有 24 条不符合，须补正后重新提交。",
            "80 条需要人工判断，其中没有否决项。",
        ),
        score=score,
        decided=Interval(score.low, score.low, score.maximum - opened),
        chapters=chapters,
        results=results,
        coverage=Coverage(61234, 57871, 14, 9, 23, 18, 126),
        notes=(
            "第88段是图片中的文字，没有读取。",
            "表5没有认出用途，表头为“序号 | 名称 | 备注”。",
            "表9第3行第4列“约合万余”读不出数值。",
            "正文与数据文件不一致：工程“余热利用”的投资方式，正文为“自筹”，数据文件为“银行贷款”。",
        ),
        overrides=(
            Override("容差 share", "0.5个百分点", "1个百分点", "park.rules:12"),
            Override("规则 lcip-2014/3.6.3.b 的程度", "应", "宜", "park.rules:20"),
        ),
    )


def _reviewed(assisted: list[str]) -> dict[str, None]:
    """79 rules that assist a person, spread evenly, and one that lacks a fact."""
    free = [name for name in assisted if name not in ADVICE]
    chosen = [free[i * len(free) // 79] for i in range(79)]
    return dict.fromkeys([*chosen, "3.3.r"])


def _result(row: list[str], number: int, reviews: Mapping[str, None]) -> Result:
    rule, clause, modality, kind, chapter, title = row
    name = rule.partition("/")[2]
    obligation = Obligation(modality)
    outcome, said = Outcome.PASS, Said((), (_proof(chapter, number, title),))
    question = None
    if name in FAILED:
        outcome, said = Outcome.FAIL, FAILED[name]
    elif name in NOT_APPLICABLE:
        outcome, said = Outcome.NOT_APPLICABLE, NOT_APPLICABLE[name]
    elif name in ADVICE:
        outcome, said = (
            Outcome.NOT_APPLICABLE,
            Said(("方案没有采用；依据只是建议。",), fix=f"可以考虑写入{title}的内容。"),
        )
    elif name in reviews:
        outcome = Outcome.REVIEW
        said = Said((), (_proof(chapter, number, title),))
        if kind == "assist":
            question = f"这里所写的{title}，是否具体、可信，并且符合本园区的实际？"
        if name == "3.3.r":
            said = Said(
                ("任务“推进集中供热”的减碳量只见于相近的说法，没有把握。",),
                (paragraph(84, "预计每年可少用煤约2.1万吨。", TASKS, "（三）推进集中供热", value="2.1万吨"),),
                missing=("任务“推进集中供热”的减碳量（吨二氧化碳）", "园区2012年碳排放总量"),
                items=(7, 0, 1, 8),
            )
    weight = Fraction(0) if obligation is Obligation.MAY else Fraction(MAXIMA[chapter], 60)
    return Result(
        rule=rule,
        title=title,
        clause=clause,
        obligation=obligation,
        veto=said.veto,
        kind=kind,
        outcome=outcome,
        weight=weight,
        earned=_earned(outcome, weight, said.items, counts=said.depends is not None),
        chapter=chapter,
        messages=said.messages,
        fix=said.fix,
        question=question,
        missing_facts=said.missing,
        evidence=said.evidence,
        looked_in=said.looked_in,
        items=said.items,
        same_finding=said.same,
        depends_on=said.depends,
        advice=name in ADVICE,
    )


def _proof(chapter: str, number: int, title: str) -> Evidence:
    return paragraph(
        number * 5 // 9 + 3, f"园区围绕{title}开展工作，做到有计划、有投入、有检查。", HEADINGS[chapter], f"（{'一二三四五'[number % 5]}）{title}"
    )  # fmt: skip


def _earned(outcome: Outcome, weight: Fraction, items: tuple[int, int, int, int] | None, *, counts: bool) -> Interval:
    match outcome:
        case Outcome.PASS:
            return Interval(weight, weight, weight)
        case Outcome.FAIL:
            part = Fraction(items[0], items[3]) * weight if items else Fraction(0)
            return Interval(part, part, weight)
        case Outcome.REVIEW:
            return Interval(Fraction(0), weight, weight)
        case _:
            return Interval(Fraction(0), Fraction(0), weight if counts else Fraction(0))


def _sum(results: Iterable[Result]) -> Interval:
    chosen = list(results)
    low, high, top = (sum((getattr(r.earned, f) for r in chosen), Fraction(0)) for f in ("low", "high", "maximum"))
    full = Fraction(MAXIMA[chosen[0].chapter])
    return Interval(low / top * full, high / top * full, full)
