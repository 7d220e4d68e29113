"""What running text states for all projects together: their yearly saving and reduction, and the sources of their funds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Document
from plancheck.facts.model import Fact, Passage, StatedTotal, Status, TotalKind
from plancheck.facts.quantities import QuantitySpan, read_quantities

_EFFECTS: dict[str, tuple[TotalKind, re.Pattern[str]]] = {
    "tce": ("energy-saving", re.compile(r"节能|节约|节煤|节省")),
    "tCO2": ("carbon-reduction", re.compile(r"减排|减碳|减少|降碳|削减|降低|碳减")),
}
_BENEFITS = re.compile(r"效益|成效|效果")
_ALL_OF_THEM = re.compile(
    r"重点(?:支撑|建设)?(?:工程|项目)|(?:各项?|全部|所有|上述|以上|这些|本方案|[0-9一二三四五六七八九十]+[项个])(?:重点|支撑)*(?:工程|项目)|"
    r"^(?:工程|项目)(?:年|全部|均|建成|实施|完成)|全部(?:建成|实施|完成|投产)|(?:节能|减排|减碳)量?(?:合计|总计|总量)|(?:合计|总计)"
)
_BY_THE_PILOT = re.compile(r"试点|创建|方案(?:的)?实施|年可|可(?:减少|减排|节能|节约|削减|降低|实现)|园区(?:每)?年")
_YEARLY = re.compile(r"(?:^|，)(?:预计)?每?年(?:可|均)?(?:节|减|削|降)")
_NOT_THE_SUM = re.compile(r"需要?|所需|目标|其中|贡献|来自|其余|基准|情景|预测|累计|每吨|单位|潜力|占|比\d{4}年|从|由")
_CLAUSE = re.compile(r"[，。；;：:]")
_SOURCE = re.compile(
    r"(?:自筹|自有资金|自有|贷款|融资|财政|补助|补贴|专项资金|社会资本|投入|出资|债券|国债|基金|政府投资|企业投资|资本金|合同能源管理)"
    r"[^0-9，。；、]{0,8}$"
)
_FUNDS = re.compile(r"总投资|资金来源|资金筹措|资金需求|所需资金|共需|投资总额|建设资金|来源[为是有]")
_ABOUT_MONEY = re.compile(r"资金|投资|筹措|财政|金融")


def effect_totals(document: Document, passage: Passage, inside: frozenset[int]) -> Iterator[StatedTotal]:
    """The saving and reduction of all projects (in their chapter) or of the whole pilot (in the chapter on benefits)."""
    text = passage.text
    if passage.kind != "sentence" or not ("吨" in text or "tc" in text.lower()):
        return
    among_benefits = any(_BENEFITS.search(t) for t in document.path(passage.section))
    if passage.section not in inside and not among_benefits:
        return
    if not (_ALL_OF_THEM.search(text) or (among_benefits and _of_the_pilot(text))):
        return
    for span in read_quantities(text):
        kind, verb = _EFFECTS.get(span.quantity.unit.removesuffix("/a"), (None, None))
        if kind is None or verb is None:
            continue
        start = max((m.end() for m in _CLAUSE.finditer(text, 0, span.start)), default=0)
        before = text[start : span.start]
        if verb.search(before) and not _NOT_THE_SUM.search(before):
            yield _total(kind, passage, span)


def _of_the_pilot(text: str) -> bool:
    """Whether a sentence on benefits speaks of the pilot as a whole: it names it, or it names no single project."""
    if re.search(r"工程|项目", text):
        return re.search(r"试点|创建|方案(?:的)?实施", text) is not None
    return bool(_BY_THE_PILOT.search(text) or _YEARLY.search(text))


def funding_totals(document: Document, passage: Passage, inside: frozenset[int]) -> Iterator[StatedTotal]:
    """The sum of the sources that one sentence names with their amounts (企业自筹A万元、银行贷款B万元).

    Where the sentence does not say that it is about the whole investment, the sum only resembles one.
    """
    text = passage.text
    if passage.kind != "sentence" or "元" not in text:
        return
    path = document.path(passage.section)
    if passage.section not in inside and not any(_ABOUT_MONEY.search(t) for t in path) and not _FUNDS.search(text):
        return
    parts: list[QuantitySpan] = []
    last = 0
    for span in read_quantities(text):
        if span.quantity.unit == "CNY" and span.quantity.value is not None and _SOURCE.search(text[last : span.start]):
            parts.append(span)
        last = span.end
    if len(parts) < 2:
        return
    amounts = [p.quantity.value for p in parts if p.quantity.value is not None]
    step = sum((p.quantity.step or Fraction(0) for p in parts), Fraction(0))
    total = Quantity(sum(amounts, Fraction(0)), "CNY", step=step)
    status: Status = "stated" if _FUNDS.search(text) or _ALL_OF_THEM.search(text) else "resembles"
    reason = "" if status == "stated" else "这句话写了几项资金，是否就是重点工程的全部资金来源，请人工确认。"
    place = Evidence(passage.evidence.location, passage.evidence.excerpt, total.show())
    yield StatedTotal("funding", Fact(total, (place,), status, reason), None, "prose", passage.section)


def _total(kind: TotalKind, passage: Passage, span: QuantitySpan) -> StatedTotal:
    place = Evidence(passage.evidence.location, passage.evidence.excerpt, span.quantity.show())
    return StatedTotal(kind, Fact(span.quantity, (place,)), None, "prose", passage.section)
