"""Projects described in words: numbered items and headings with label and value pairs (建设单位：…；投资：…) or plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.document.model import Document, Paragraph
from plancheck.facts.fold import fold
from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import Lexicon, Match
from plancheck.facts.project_fields import RawField

_LABEL = re.compile(r"(?P<name>[一-鿿/CO2]{2,12}(?:[(（][^()（）]{1,12}[)）])?)[】\]]?\s*[:：]")
_NUMBERED = re.compile(
    r"^\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、．)）]?|[(（][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.]|[①-⑳]|(?:项目|工程)[0-9一二三四五六七八九十]{1,3}[:：、.]|[-●◆■•])\s*"
)
_CHAPTER = re.compile(r"^\s*第[0-9一二三四五六七八九十]{1,3}[章节条]\s*")
_NAME_END = lazy_pattern(
    r"(?:工程|项目|改造|示范|平台|中心|系统|建设|计划|基地|电站|利用)(?:[(（][^()（）]{1,20}[)）])?$"
)
_CALLED = lazy_pattern(r"(?:工程|项目)$")
_LEAD = lazy_pattern(r"^([^。；;：:\n]{2,45}?)(?:[。：:；;\n]|$)")
_FIRST_CLAUSE = lazy_pattern(r"([^，,。；;：:\n]{3,45})[，,]")
_INVESTMENT = re.compile(
    r"(?:总投资额?|投资总额|项目投资|计划投资|估算投资|预计投资|投资额|投资规模|投资估算|投资)(?:[约为共计额达到估算预计是需\s:：]{0,6})(?=[0-9一二三四五六七八九])"
)
_MONEY = re.compile(r"[0-9][0-9,.]*\s*(?:万|亿|百万|千)?元")
_PERIOD = re.compile(
    r"(?:建设期限?|建设周期|建设时间|建设年限|实施期限?|实施时间|实施年限|起止时间|起止年限|工期|计划于|拟于|项目于|将于)[为是：:\s]{0,3}"
)
# Times without such a word: 2013年开工，2017年完工; 2014—2016年建设; 2015年底建成.
_DATED = re.compile(
    r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:开工|动工|启动|开建|开始建设)[^。;]{0,12}?[0-9]{4}年(?:[0-9]{1,2}月)?[初中底末]?前?(?:完工|竣工|建成|投产|完成|投运)"
    r"|[0-9]{4}(?:年|\.[0-9]{1,2})?(?:[0-9]{1,2}月)?\s*(?:-{1,2}|~|至|到)\s*[0-9]{4}(?:年|\.[0-9]{1,2})?(?:[0-9]{1,2}月)?(?:建设|实施|建成|完成)"
    r"|[0-9]{4}年(?:[0-9]{1,2}月)?[初中底末]?前?(?:完工|竣工|建成|投产|完成|投运)"
)
_OF_ALL = re.compile(r"\s*(?:上述|以上|全部|各项?|合计|总计|这些)")
_OWNER = re.compile(
    r"由([一-鿿A-Za-z0-9（）()]{0,30}?(?:公司|集团|厂|管委会|管理委员会|中心|院|局|办公室|企业|开发区|大学))(?:负责|承担|投资|实施|建设|组织|牵头|承建|承办)"
)
_WORKS = re.compile(
    r"[^。；;]{0,60}?(?:新建|建设|扩建|改造|更换|安装|购置|采用|建成|淘汰|回收|铺设|搭建|替换|布置)[^。；;]{4,}"
)
_ASIDE = re.compile(r"[，,](?=(?:项目|工程|预计|计划)?(?:总投资|投资|由|建设期|工期|资金|实施期|建设时间))")
_EFFECT = re.compile(r"[^。；;，,]{0,30}(?:节能|节约|减排|减少|减碳|节电|年发电|替代|削减)[^。；;]*")
_FUNDING = re.compile(
    r"(?:资金|投资|所需|由|其中|采用|通过)[^，。；;]{0,12}?((?:企业|业主|自有|公司)?(?:自筹|自有资金|银行贷款|财政(?:资金|补助|拨款|投入)|合同能源管理|专项资金|社会资本|融资租赁|BOT|PPP|EMC)[^，。；;]{0,20}"
    r"(?:[，,](?:其余|剩余)?[^，。；;、0-9]{0,8}(?:自筹|自有资金|贷款|财政|补助|专项资金|社会资本|债券|融资)[^，。；;]{0,20}){0,4})"
)
_DOER = re.compile(
    r"(?:^|[，。；;])([^，。；;：:由]{1,24}(?:公司|集团|厂|管委会|管理委员会))(?:负责)?(?:实施|承建|承担|建设)"
)
_PLAIN = "正文"
# Where the value of a label ends and plain sentences go on: after one sentence, for long fields where another matter begins.
_LONG_FIELDS = frozenset({"主要内容", "预期效果", "备注"})
_STOP = lazy_pattern(r"[。；;]")
_NEXT_MATTER = lazy_pattern(
    r"[。；;](?=(?:该|本)?(?:项目|工程)?(?:总投资|计划投资|投资约|投资额|建成后|投产后|实施后|建设期|由))"
)
_AFTER_PERIOD = 40
_NAME_WITHIN = 12


@dataclass(slots=True)
class ProjectText:
    """A project found in words: its name, raw fields, and the places that describe it."""

    name: str
    place: Evidence
    raw: dict[str, RawField] = field(default_factory=dict)
    described: list[Evidence] = field(default_factory=list)
    section: int = 0
    labelled: int = 0
    numbered: bool = False
    listed: bool = False  # one of a list of items that are called projects

    def claims(self) -> int:
        """How many fields beyond the name were found."""
        return sum(1 for name in self.raw if name not in ("项目名称", "项目类型"))


def projects_in_text(
    document: Document, sections: frozenset[int], lexicon: Lexicon, known: Mapping[str, str]
) -> list[ProjectText]:
    """Projects in the paragraphs below `sections`. `known` holds the name keys of projects already read from tables."""
    found: list[ProjectText] = []
    current: ProjectText | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.section not in sections:
            current = None
            continue
        place = Evidence(document.place_of(block), block.text.strip()[:120])
        if block.kind == "heading":
            stated = next((v for m, v, _ in _pairs(block.text, lexicon) if m.entry.name == "项目名称"), None)
            is_field = stated is None and current is not None and any(_pairs(block.text, lexicon))
            if is_field and current is not None:
                _take(current, block.text, place, list(_pairs(block.text, lexicon)))
                continue
            current = ProjectText(stated or _title(block.text), place, section=block.section)
            if stated is not None:
                current.raw["项目名称"] = RawField(stated, place)
            found.append(current)
            continue
        if block.kind != "body" or not block.text.strip():
            continue
        if _OF_ALL.match(block.text):
            current = None
            continue
        pairs = list(_pairs(block.text, lexicon))
        named = next((value for match, value, _ in pairs if match.entry.name == "项目名称"), None)
        if named is not None:
            fresh = current is None or "项目名称" in current.raw or current.claims() > 0
            if fresh or current is None:
                current = ProjectText(named, place, section=block.section)
                found.append(current)
            current.name = named
        elif _NUMBERED.match(block.text):
            lead = _lead(block.text)
            first = lead is not None and pairs and pairs[0][2] <= len(block.text) and not _is_label(lead, lexicon)
            if lead is not None and not _is_label(lead, lexicon) and (first or _NAME_END.search(lead)):
                current = ProjectText(lead, place, section=block.section, numbered=True)
                found.append(current)
        else:
            begins, told = _known_at_start(block.text, known)
            if begins is not None:
                current = ProjectText(begins, place, section=block.section) if told else None
            if current is not None and begins is not None:
                found.append(current)
        if current is None:
            continue
        _take(current, block.text, place, pairs)
    _mark_listed(found)
    return [item for item in found if item.claims() > 0 or item.listed or item.name in known]


def _known_at_start(text: str, known: Mapping[str, str]) -> tuple[str | None, bool]:
    """The listed project whose name a paragraph begins with, and whether the paragraph tells of it (余热利用工程：…)."""
    start = text.lstrip(' “"　【')
    names = [name for name in known if len(name) >= 4 and start.startswith(name)]
    name = max(names, key=len, default=None)
    return name, name is not None and start[len(name) :].lstrip('”"】 ')[:1] in ("：", ":", "。", "，", ",")


def _mark_listed(found: list[ProjectText]) -> None:
    """Mark the bare names (5. 绿色照明工程) among numbered items of which others tell more of their projects."""
    told = {item.section for item in found if item.numbered and item.claims() > 1}
    for item in found:
        item.listed = item.numbered and item.section in told and _CALLED.search(item.name) is not None


def _take(current: ProjectText, text: str, place: Evidence, pairs: list[tuple[Match, str, int]]) -> None:
    """Add what a paragraph says: fields with labels go before what its plain sentences tell."""
    current.described.append(place)
    for match, value, at in pairs:
        name = match.entry.name
        known = current.raw.get(name)
        if name not in ("序号", "备注") and (known is None or known.alias == _PLAIN):
            here = Evidence(place.location.at_span(at, at + len(value)), value[:120])
            unit = split_label(text[max(0, at - 16) : at].rstrip("：: ")).unit
            current.raw[name] = RawField(value, here, unit, match.alias, match.how == "weak")
            current.labelled += 1
    named = text.find(current.name, 0, _NAME_WITHIN + len(current.name))
    skip = named + len(current.name) if named >= 0 else 0  # the name tells no content and no effect
    for name, value, at in ((n, v, a + skip) for n, v, a in _sentences(text[skip:])):
        labelled = any(start <= at < start + len(value_) for _, value_, start in pairs)
        if name not in current.raw and (not labelled or name == "投资方式"):
            here = Evidence(place.location.at_span(at, at + len(value)), value[:120])
            current.raw[name] = RawField(value, here, None, _PLAIN)


def _pairs(text: str, lexicon: Lexicon) -> Iterator[tuple[Match, str, int]]:
    """Label and value pairs of a paragraph, in order; a value ends where the next label begins."""
    marks: list[tuple[Match, int, int]] = []
    for hit in _LABEL.finditer(text):
        match = _label(hit.group("name"), lexicon)
        if match is not None:
            offset = len(hit.group("name")) - len(match[1])
            marks.append((match[0], hit.start() + offset, hit.end()))
    for i, (match_, _, start) in enumerate(marks):
        end = marks[i + 1][1] if i + 1 < len(marks) else len(text)
        said = text[start:end]
        stop = (_NEXT_MATTER if match_.entry.name in _LONG_FIELDS else _STOP).search(said)
        value = (said[: stop.start()] if stop is not None and stop.start() else said).strip()
        while value and value[-1] in "；;，,。、（( 　【[":
            value = value[:-1].rstrip()
        value = re.sub(r"[；;。]\s*[(（]?[0-9一二三四五六七八九十]{1,2}[)）.、]?$", "", value).strip()
        yield match_, value, start + (len(text[start:end]) - len(text[start:end].lstrip()))


def _label(name: str, lexicon: Lexicon) -> tuple[Match, str] | None:
    """The longest ending of `name` that is exactly a column name (the run may begin with words before the label)."""
    core = split_label(name).core
    whole = lexicon.exact(core)
    if whole is not None:
        return whole, name
    for start in range(1, max(1, len(name) - 2)):
        match = lexicon.exact(split_label(name[start:]).core)
        if match is not None and match.how == "exact" and len(match.alias) >= 3:
            return match, name[start:]
    return None


def _lead(text: str) -> str | None:
    """The clause after the number of an item: what it is called."""
    number = _NUMBERED.match(text)
    rest = text[number.end() :] if number is not None else text
    clause = _FIRST_CLAUSE.match(rest.strip())
    if clause is not None and _NAME_END.search(clause.group(1)):
        return clause.group(1).strip('“”" ')  # 甲公司余热利用项目，总投资3200万元，…
    match = _LEAD.match(rest.strip())
    return match.group(1).strip('“”" ，,') if match else None


def _is_label(text: str, lexicon: Lexicon) -> bool:
    return lexicon.exact(split_label(text).core) is not None


def _title(text: str) -> str:
    return _NUMBERED.sub("", _CHAPTER.sub("", text, count=1), count=1).strip().rstrip("。：:")


def _sentences(text: str) -> Iterator[tuple[str, str, int]]:
    """Investment, period and owner in plain sentences."""
    folded = fold(text)
    money = _INVESTMENT.search(folded)
    if money is not None:
        amount = _MONEY.match(folded, money.end())
        if amount is not None and "其中" not in folded[max(0, money.start() - 6) : money.start()]:
            yield "投资额", text[amount.start() : amount.end()], amount.start()
    period = _PERIOD.search(folded)
    if period is not None:
        end = min((i for i in (folded.find(c, period.end()) for c in "。;；") if i >= 0), default=len(folded))
        value = text[period.end() : min(end, period.end() + _AFTER_PERIOD)]
        if any(c.isdigit() for c in value):
            yield "项目起止时间", value, period.end()
    dated = _DATED.search(folded)
    if dated is not None:
        yield "项目起止时间", text[dated.start() : dated.end()], dated.start()
    owner = _OWNER.search(text) or _DOER.search(text)
    if owner is not None:
        yield "实施主体", owner.group(1), owner.start(1)
    funding = _FUNDING.search(text)
    if funding is not None:
        yield "投资方式", funding.group(1), funding.start(1)
    start = 0
    for sentence in re.split(r"(?<=[。；;])", text):
        works = _WORKS.match(sentence)
        if works is not None and not _INVESTMENT.search(sentence[:8]):
            yield "主要内容", _ASIDE.split(works.group())[0].strip("，, "), start + works.start()
        effect = _EFFECT.search(sentence)
        if effect is not None and any(c.isdigit() for c in effect.group()):
            yield "预期效果", effect.group().strip(), start + effect.start()
        start += len(sentence)
