"""Whether a mention says that a thing is had or promised, that it is not, or leaves it open (ruling: 尚未, 拟研究是否, 若).

A cue governs what follows it in its clause, up to a turn (但, 则, 应 …) or the end of a relative clause (…的企业);
a negated predicate right after the mention (尚未建立, 缺失) governs the mention before it. Announced acts (拟建立,
将建设) are promises, hence affirmed; so is what is to be done when something goes wrong (若发生事故，启动预案).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.flat import Flat
from plancheck.facts.polarity_words import CUES, FREE_OF, CueKind

Polarity = Literal["affirmed", "negated", "hypothetical"]

_CLAUSE_ENDS = "，,。；;：:！!？?|()\n"
_CLAUSE_END = re.compile(f"[{re.escape(_CLAUSE_ENDS)}]")
_SENTENCE_END = lazy_pattern(r"[。；;！!？?|\n]")
_REACH = 30  # a cue governs at most so many characters
_SHORT_REACH = {"无": 10, "没": 8, "未": 24, "缺": 4, "若": 30}
_AROUND = 160  # characters before and after a mention that can bear on it: its sentence, as a rule
_TAIL = 20  # most characters between a mention and a predicate that negates it

# After one of these the clause turns to something that the cue before does not govern.
_TURN = re.compile(
    r"但|却|而(?!且)|则|转而|不过|(?<![成造])就(?!业|地|近)|必须|应当|须|一律|"
    r"(?<![响适反效供相感对])应(?![用对急付收邀变力届])|"
    r"的(?:企业|单位|项目|地区|部门|个人|园区|行业|设备|工艺|产品|工程|人员|车辆|建筑|问题|现状|状况|局面|情况(?!下)|短板|不足|瓶颈|难题|现象|空白)"
)
_PREDICATE = re.compile(
    r"(?:被|得到|予以|有效|全面|正式|完全|真正|系统|统一|能|进行)*"
    r"(?:建立|设立|成立|组建|开展|形成|实施|制定|制订|编制|出台|配备|建成|建设|启动|落实|到位|完成|应用|推广|引进|引入|纳入|投运|投产|利用|动工|开工|涉及|安排|发布|建|设|做|有)?"
    r"(?:起来|完成|到位|完毕|实施|建设|工作|使用|运行|状态|阶段|地带|了)*(?:的?$|的|、|”|\))"
)
_MODIFIED = re.compile(r"的(?!建设|工作|建立|设立|实施|编制|制定|应用|推广|开展|安装|配备|相关|具体|试点|研究)")
_TURN_BACK = re.compile(r"但|却|而|已|将|则|拟")
_FEASIBILITY = re.compile(
    r"[^，。；]{0,12}?(?:可行性|可能性|必要性|有待研究|有待论证|尚在论证|尚在研究)(?!研究报告|报告)"
)
_EXAMINED = lazy_pattern(r"研究|探讨|探索|论证|评估|分析|有待|尚在")
_ADVERSE = lazy_pattern(
    r"未|超|不(?!断)|违|发生|出现|发现|突破|逾期|偏离|异常|事故|故障|滞后|失败|泄漏|污染|造假|虚报|需|调整|变更|到期"
)
_ASIDE = lazy_pattern(r"同时|此外|另外|但|然而|不过")
_BARE_NOT = lazy_pattern(
    r"(?:目前|现|至今|园区)?(?:无|暂无|没有|尚未[^，。；|()]{0,8}|暂未[^，。；|()]{0,8}|未(?:建立|建设|开展|实施|设立|编制|制定|出台|启动|落实|配备|涉及)|"
    r"不涉及|不适用|空白|缺失|已取消|取消|暂缓[^，。；|()]{0,6}|待建|拟取消)"
)
_ROW_NOT = lazy_pattern(
    r"(?:目前|现|至今)?(?:(?:尚|暂|还|均|仍)?未(?:建立|建设|建成|设立|编制|制定|出台|配备|涉及)|没有(?:建立|建设|设立)|不涉及|已取消|待建)"
)
_FREE_OF = lazy_pattern(FREE_OF)
# Of the park or a firm the same words state a lack (园区无酸…), as they do after 目前.
_OWNS = lazy_pattern(r"(?:园区|[本全区厂]内?|目前|现|尚|暂|均|也|又|已|仍|还|且|并|基本|企业|项目|公司)$")
# What one builds or uses is had: 采用无…, 大力推广无….
_DOES = lazy_pattern(
    r"(?:采用|选用|改用|引进|研发|打造|推行|新建|(?:改造|升级|替换|更换|改)[为成]|"
    r"(?:^|[，,。；;、|和并及与将拟]|大力|积极|加快|全面|继续|计划)(?:建设|推广|使用|应用|开发|发展|实施|生产|试点|推进))$"
)
_STATUS_CELLS = 3  # a row of at most so many cells states the status of a thing; longer ones have other columns


class _Cue(NamedTuple):
    kind: CueKind
    word: str
    start: int
    end: int


class Polarities:
    """Polarity of mentions in flattened passages; the cues of the whole text are found once.

    In a passage that is not in `cued`, all is affirmed.
    """

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._cues: list[tuple[int, int, str]] = []
        words = list(CUES)
        automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        for number, start, end in automaton.find_matches_as_indexes(flat.text):
            if CUES[words[number]] != "plain":
                self._cues.append((start, end, words[number]))
        self.cued = {flat.passage(start) for start, _, _ in self._cues}

    def of(self, start: int, end: int, passage: int) -> Polarity:
        """The polarity of characters `start`..`end` of the flat text, which lie in `passage`."""
        if passage not in self.cued:
            return "affirmed"
        # Only the neighbourhood is looked at, so that the time stays linear in odd texts, too.
        first, last = self._flat.bounds(passage)
        low, high = max(first, start - _AROUND), min(last, end + _AROUND)
        near = self._cues[bisect_left(self._cues, (low,)) : bisect_left(self._cues, (high,))]
        if not near:
            return "affirmed"
        cues = [_Cue(CUES[word], word, at - low, until - low) for at, until, word in near if until <= high]
        return _decide(self._flat.text[low:high], cues, start - low, end - low)


def polarity(text: str, start: int, end: int) -> Polarity:
    """The polarity of characters `start`..`end` of a single text without blanks."""
    return Polarities(Flat([text])).of(start, end, 0)


def _decide(text: str, cues: list[_Cue], start: int, end: int) -> Polarity:
    clause_start, clause_end = _clause(text, start, end)
    found: Polarity = "affirmed"
    for cue in cues:
        if cue.end <= start and cue.start >= clause_start and _governs(text, cue, start):
            if cue.kind == "not":
                return "negated"
            if cue.kind != "look" and found == "affirmed":
                found = "hypothetical"
    if any(cue.kind == "not" and _denied_after(text, cue, end, clause_end) for cue in cues):
        return "negated"
    if _denied_beside(text, end, clause_end):
        return "negated"
    if found == "hypothetical" or _examined(text, clause_start, start, end, clause_end):
        return "hypothetical"
    return "hypothetical" if _depends(text, cues, clause_start) else "affirmed"


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    at = start
    while at > 0 and text[at - 1] not in _CLAUSE_ENDS:
        at -= 1
    stop = _CLAUSE_END.search(text, end)
    return at, stop.start() if stop else len(text)


def _governs(text: str, cue: _Cue, start: int) -> bool:
    """Whether a cue before the mention reaches it."""
    distance = start - cue.end
    if distance > _SHORT_REACH.get(cue.word, _REACH):
        return False
    if cue.word == "无" and _names_a_kind(text, cue, start):
        return False
    return _TURN.search(text, cue.end, start) is None


def _names_a_kind(text: str, cue: _Cue, start: int) -> bool:
    """Whether 无 begins the name of a process or product (无酸除鳞生产线), which says nothing of having it."""
    before = text[max(0, cue.start - 8) : cue.start]
    if _DOES.search(before):
        return True
    return start > cue.end and _FREE_OF.match(text, cue.end) is not None and _OWNS.search(before) is None


def _denied_after(text: str, cue: _Cue, end: int, clause_end: int) -> bool:
    """Whether the mention is the subject of a negated predicate: …体系尚未建立, …人才缺乏."""
    if not end <= cue.start < clause_end or cue.start - end > _TAIL:
        return False
    if cue.word in ("空白", "空缺", "缺失") and any(
        word in text[max(0, end - _REACH) : end] for word in ("填补", "弥补", "补齐")
    ):
        return False
    between = text[end : cue.start]
    if _TURN_BACK.search(between) or _MODIFIED.search(between):
        return False
    return _PREDICATE.match(text[cue.end : clause_end]) is not None


def _denied_beside(text: str, end: int, clause_end: int) -> bool:
    """Whether what stands beside the mention denies it: 余热利用：无; 能源中心（尚未建立）; a status cell of its row."""
    mark = text[clause_end : clause_end + 1]
    if mark in ("：", ":", "(") and clause_end - end <= 6:
        beside = _BARE_NOT.match(text, clause_end + 1)
        if beside and (beside.end() == len(text) or text[beside.end()] in _CLAUSE_ENDS):
            return True
    at = text.find("|", end) if text.count("|") < _STATUS_CELLS else -1
    while at >= 0:
        stop = text.find("|", at + 1)
        cell = text[at + 1 : stop if stop >= 0 else len(text)]
        if len(cell) <= 12 and _ROW_NOT.fullmatch(cell.rstrip("。")):
            return True
        at = stop
    return False


def _examined(text: str, clause_start: int, start: int, end: int, clause_end: int) -> bool:
    """Whether only the feasibility of the mention is looked into."""
    after = _FEASIBILITY.match(text, end, clause_end)
    if after is None:
        return False
    return bool(
        _EXAMINED.search(text, clause_start, start) or _EXAMINED.search(text, end, min(after.end() + 4, clause_end))
    )


def _depends(text: str, cues: list[_Cue], clause_start: int) -> bool:
    """Whether an earlier clause of the sentence is a condition (not a mishap) that the mention's clause hangs on."""
    conditions = [cue for cue in cues if cue.kind == "if" and cue.end <= clause_start]
    if not conditions:
        return False
    cue = conditions[-1]
    if _SENTENCE_END.search(text, cue.end, clause_start):
        return False
    stop = _CLAUSE_END.search(text, cue.end)
    condition_end = stop.start() if stop else len(text)
    if _ADVERSE.search(text, cue.end, condition_end):
        return False
    return not any(_ASIDE.match(text, at.end()) for at in _CLAUSE_END.finditer(text, condition_end, clause_start))
