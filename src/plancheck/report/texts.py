"""The fixed words of reports in Chinese and English. What rules say (titles, messages, questions) stays as written."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]


class Texts:
    """Looks up fixed words: `Texts("zh")("more.findings", count=3)`. An unknown key is our own mistake: KeyError."""

    __slots__ = ("_index", "lang")

    def __init__(self, lang: Language) -> None:
        self.lang: Language = lang
        self._index = 0 if lang == "zh" else 1

    def __call__(self, key: str, /, **values: object) -> str:
        text = ENTRIES[key][self._index]
        return text.format(**values) if values else text

    def stage(self, name: str) -> str:
        """What readers call a stage, with the word for `--stage` behind it; an unknown one stands as it is."""
        known = ENTRIES.get(f"stage.{name}")
        if known is None:
            return name
        return f"{known[0]}（{name}）" if self.lang == "zh" else known[1]


ENTRIES: dict[str, tuple[str, str]] = {
    # punctuation
    "label": ("{label}：", "{label}: "),
    "aside": ("（{words}）", " ({words})"),
    "between": ("；", "; "),
    # places
    "place.whole": ("全文", "whole plan"),
    "place.table": ("表{number}", "table {number}"),
    "place.cell": (" 第{row}行第{column}列", ", row {row}, column {column}"),
    "place.row": (" 第{row}行", ", row {row}"),
    "place.column": (" 第{column}列", ", column {column}"),
    "place.paragraph": ("第{number}段", "paragraph {number}"),
    "place.comma": (" ", ", "),
    "place.data": ("数据文件", "data file"),
    "place.key": ("数据文件 {key}", "data file {key}"),
    "place.sheet_cell": ("（工作表 {sheet} {cell}）", " (sheet {sheet}, cell {cell})"),
    "place.sheet_row": ("（工作表 {sheet} 第{cell}行）", " (sheet {sheet}, row {cell})"),
    "place.sheet": ("（工作表 {sheet}）", " (sheet {sheet})"),
    "place.at_cell": ("（单元格 {cell}）", " (cell {cell})"),
    "place.line": ("（第{cell}行）", " (line {cell})"),
    # the stages of a submission (a pack may name others: those stand as they are)
    "stage.plan": ("方案", "plan"),
    "stage.application": ("申请", "application"),
    "stage.acceptance": ("验收", "acceptance"),
    "stage.annual-summary": ("年度总结", "annual summary"),
    "stage.performance-evaluation": ("绩效评估", "performance evaluation"),
    "stage.management-system": ("管理体系", "management system"),
    # the words of the field
    "verdict.accept": ("通过形式审查", "Passes the formal check"),
    "verdict.supplement": ("需补正", "To be supplemented"),
    "verdict.return": ("不予受理", "Not accepted for review"),
    "verdict.none": ("不作结论", "None"),
    "outcome.pass": ("符合", "pass"),
    "outcome.fail": ("不符合", "fail"),
    "outcome.review": ("待人工判断", "for a person to judge"),
    "outcome.not-applicable": ("不适用", "not applicable"),
    "outcome.advice": ("建议", "advice"),
    "obligation.veto": ("否决项", "veto"),
    "obligation.shall": ("应", "shall"),
    "obligation.should": ("宜", "should"),
    "obligation.may": ("可", "may"),
    "kind.auto": ("程序判断", "judged by program"),
    "kind.assist": ("辅助人工判断", "assists a person"),
    # headings and labels
    "title": ("合规检查报告", "Compliance report"),
    "verdict": ("预审结论", "Verdict"),
    "blank_cell": ("（空白）", " (blank)"),
    "reasons": ("理由", "Reasons"),
    "basis": ("依据", "Source"),
    "plan": ("方案", "Plan"),
    "data": ("数据文件", "Data file"),
    "no_data": ("未提供", "not given"),
    "stage": ("阶段", "Stage"),
    "score": ("得分", "Score"),
    "score.range": ("{low}～{high}，满分 {maximum}", "{low} to {high} of {maximum}"),
    "score.exact": ("{low}，满分 {maximum}", "{low} of {maximum}"),
    "score.decided": ("已能判定的 {maximum} 分中得 {low} 分", "{low} of the {maximum} points that are decided"),
    "score.decided_range": (
        "已能判定的 {maximum} 分中得 {low}～{high} 分",
        "{low} to {high} of the {maximum} points that are decided",
    ),
    "score.open": (
        "还有 {open} 分取决于待判断的条款：全部不符合得 {low} 分，全部符合得 {high} 分",
        "{open} points rest on open items: {low} if all fail, {high} if all pass",
    ),
    "counts": ("条款", "Clauses"),
    "counts.advice": ("（其中建议 {count}）", " ({count} of them advice)"),
    "total": ("共 {count} 条，", "{count} in all: "),
    "chapter": ("章节", "Chapter"),
    "split": ("构成", "Split"),
    "points": ("得分", "Points"),
    "maximum": ("满分", "Max."),
    "failed": ("不符合", "Fail"),
    "open": ("待判断", "Open"),
    "sum": ("合计", "Total"),
    "chapters": ("各章得分", "Points by chapter"),
    "findings": ("不符合的条款", "Clauses not met"),
    "findings.count": ("{defects} 处问题，涉及 {clauses} 条", "{defects} defects, {clauses} clauses"),
    "findings.order": (
        "按否决项、应、宜、可的次序排列；同一问题只列一次，列出涉及的全部条款。",
        "In the order veto, shall, should, may. One defect stands once, with all clauses that it touches.",
    ),
    "reviews": ("需要人工判断", "For a person to judge"),
    "advice": ("可以考虑的建议", "Advice"),
    "not_applicable": ("不适用的条款", "Clauses that do not apply"),
    "not_applicable.lost": (
        "其中 {count} 条因为所取决于的要求没有满足，分值仍按失分计算",
        "{count} of them rest on what is missing, and lose points",
    ),
    "passes": ("符合的条款", "Clauses met"),
    "reading": ("读取情况", "What was read"),
    "overrides": ("使用中的改动", "Overrides in force"),
    "items.count": ("{count} 项", "{count}"),
    "clauses.count": ("{count} 条", "{count}"),
    "fix": ("改法", "Fix"),
    "evidence": ("出处", "Evidence"),
    "looked_in": ("查看", "Look at"),
    "searched": ("查找范围", "Searched"),
    "question": ("请判断", "Question"),
    "missing": ("待核实", "To be checked"),
    "compare": ("对照", "Compare"),
    "written": ("写的", "Written"),
    "computed": ("算出", "Computed"),
    "working": ("算式", "Working"),
    "same": ("同一问题", "Same defect"),
    "depends": ("取决于", "Depends on"),
    "value": ("读作", "read as"),
    "heads": ("表头", "column heads"),
    "earned": ("分值 {weight}，得 {earned}", "worth {weight}, earned {earned}"),
    "items": (
        "共 {total} 项：{passed} 项符合，{failed} 项不符合，{open} 项待判断",
        "{total} items: {passed} pass, {failed} fail, {open} open",
    ),
    "tally": ("逐项", "Items"),
    "because": ("原因", "Why"),
    "no_reason": ("规则没有给出原因", "no reason given by the rule"),
    "none.findings": ("没有发现不符合的条款。", "No clause was found unmet."),
    "none.reviews": ("没有需要人工判断的条款。", "Nothing is left for a person to judge."),
    "none.notes": ("没有读不懂的内容。", "Nothing was left unread."),
    "none.overrides": ("没有。规则与依据原样使用。", "None. The rules are used as published."),
    "override": ("{what}：原为“{was}”，现为“{now}”（{by}）", "{what}: was “{was}”, now “{now}” ({by})"),
    # how much was read
    "read.characters": (
        "正文 {characters} 字，其中 {attributed} 字（{share}）归入依据要求的章节",
        "{attributed} of {characters} characters ({share}) stand in chapters that the source asks for",
    ),
    "read.tables": ("表格 {tables} 个，认出用途的 {recognised} 个", "{recognised} of {tables} tables recognised"),
    "read.facts": (
        "读到工程 {projects} 个、目标 {targets} 个、各年数据 {points} 个",
        "read {projects} projects, {targets} targets, {points} yearly values",
    ),
    "look_at_notes": (
        "有 {count} 项内容没有读到或没有把握，见报告末尾的“读取情况”",
        "{count} things were not read, or read with doubt: see “What was read” at the end",
    ),
    "attention": ("请注意", "Attention"),
    "unread": ("没有读到或没有把握的内容", "Not read, or read with doubt"),
    # what was left out, and how to see it
    "more.characters": ("…（另有 {count} 字）", "… ({count} more characters)"),
    "more.messages": ("还有 {count} 项问题，用 --full 查看", "{count} more, see --full"),
    "more.places": ("还有 {count} 处，用 --full 查看", "{count} more places, see --full"),
    "more.findings": ("还有 {count} 处问题，用 --full 查看", "{count} more defects, see --full"),
    "more.in_chapter": ("本章还有 {count} 项", "{count} more in this chapter"),
    "more.reviews": ("还有 {count} 项，用 --full 查看", "{count} more, see --full"),
    "more.advice": ("{count} 条，用 --full 查看", "{count}, see --full"),
    "more.passes": ("{count} 条，用 --full 查看", "{count}, see --full"),
    "more.reasons": ("还有 {count} 条（其他原因），用 --full 查看", "{count} more for other reasons, see --full"),
    "more.notes": ("还有 {count} 条，用 --full 查看", "{count} more, see --full"),
    "more.problems": ("还有 {count} 项问题", "{count} more"),
    "more.plain": ("还有 {count} 处", "{count} more places"),
    # the HTML page
    "skip": ("跳到结果", "Skip to the results"),
    "filter": ("筛选", "Filter"),
    "filter.outcome": ("结果", "Outcome"),
    "filter.chapter": ("章节", "Chapter"),
    "filter.obligation": ("要求程度", "Obligation"),
    "filter.kind": ("判断方式", "How judged"),
    "filter.text": ("搜索文字", "Search"),
    "filter.hint": ("条款、文字、规则编号", "clause, words, rule id"),
    "filter.all": ("全部", "all"),
    "filter.reset": ("清除筛选", "Reset"),
    "filter.shown": ("显示 {shown} / {total} 条", "{shown} of {total} shown"),
    "filter.none": ("没有符合筛选条件的条款。", "No clause matches the filter."),
    "clause": ("条款", "Clause"),
    "requirement": ("要求", "Requirement"),
    "rule": ("规则", "Rule"),
    "file": ("文件", "File"),
    "file.characters": ("{count} 字", "{count} characters"),
    "files": ("文件与规则包", "Files and rule pack"),
    "what": ("对象", "What"),
    "pack": ("规则包", "Rule pack"),
    "digest": ("校验值", "Digest"),
    "bar.earned": ("已得", "earned"),
    "bar.open": ("待定", "open"),
    "bar.lost": ("已失", "lost"),
    "bar.label": (
        "满分 {maximum}：已得 {low}，待定 {open}，已失 {lost}",
        "of {maximum}: {low} earned, {open} open, {lost} lost",
    ),
    "made_by": ("由 plancheck {version} 生成", "made by plancheck {version}"),
    "decide": ("判断", "Decision"),
    "decide.boxes": ("□ 符合　□ 不符合　意见：", "□ pass　□ fail　Remarks:"),
    "sign": ("审查人：　　　　　　　　　　　日期：　　　　年　　月　　日", "Reviewer:　　　　　　　　　　　Date:"),
    "nature": (
        "本报告是形式审查的辅助意见。待人工判断的条款由审查人员决定。",
        "This report assists the formal check. What is left open is for the reviewers to decide.",
    ),
}
