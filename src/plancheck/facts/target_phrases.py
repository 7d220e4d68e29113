"""The words before a number that make it a target: verb of change or level, indicator, rate, annual or cumulative.

Works on folded clauses in which times are masked by `│` and numbers by `□`, so that only words are left to match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Sense = Literal["decrease", "increase", "reach", "hold", "equal"]
Per = Literal["annual-average", "annual", "cumulative"]

_VERB = re.compile(
    r"(?P<decrease>(?:下降|降低|减少|削减)(?!率|幅度|比例|速度|量|目标|任务|指标)|压减|压缩|压降|减排(?!量|目标|能力|项目|任务|潜力|措施|情景|工程)|缩减|下调|调减|回落|淘汰|关停|关闭|腾退|拆除|"
    r"节约(?!能力|集约|量|型)|少排放|(?<!下)降(?=[至到为]|再?$|│*$)|减(?=[至到为]))"
    r"|(?P<increase>(?:提高|提升|增长)(?!改造|工程|点|极|率|幅度|速度|目标|任务|指标)|增加(?!值)|上升|扩大|新增(?!长)|增(?=[至到为]|$)|升(?=[至到为]|高)|翻(?=$))"
    r"|(?P<hold>稳定在|保持在|维持在|稳定于|保持|维持)"
    r"|(?P<equal>相当于)"
    r"|(?P<object>(?:建成(?!区)|建设(?!期|用地|周期)|形成|引进|培育|创建|安排|投入(?!产出|强度)|推广|打造|新建|完成|实现|引入|入驻|集聚|认定|创成|吸引)(?!率|量|度|比例|数|面积|规模|强度|水平|资金|占))"
    r"|(?P<reach>达到|达(?!标|峰|产)|控制在|控制到|控制|突破|超过|不低于|不少于|不高于|不超过|确定为|定为|设定为|占到|占|为|是|力保|[≥≤])"
)
_SENSES: dict[str, Sense] = {
    "decrease": "decrease", "increase": "increase", "hold": "hold", "equal": "equal", "object": "reach", "reach": "reach",
}  # fmt: skip
_TO = re.compile(r"(?:到|至|为|成)")
_FILL = (
    "分别 依次 各自 均 各 将 要 须 需 再 应 可 能 仅 也 又 都 共 全部 总体 基本 大幅 大幅度 明显 显著 持续 逐步 逐年 逐渐 同比 有望 拟 必须 实际 进一步 已 已经 均已 "
    "力争 承诺 争取 确保 努力 预计 计划 累计 合计 总计 共计 年均 平均每年 每年平均 每年 年平均 平均 由 从 比 较 了 的 约 到 至 达到 达 为 在 于 是 只 仍 还 稳步 再次 一举 "
    "左右 超过 不低于 不少于 控制在 保持在 稳定在 同时 年 相比 水平 当年 期间 时期 内 前 底 以内 之内 能够 达 才 就 每 年底 年末 幅度 实现 完成 目标 突破 同步 "
)
_LEFT = (
    "现状 目前 当前 全省 全市 全国 全县 我省 我市 本市 国家 力争 承诺 争取 确保 努力 预计 计划 实现 其中 同期 而 且 并 并且 以及 至 到 在 使 把 将 对 即 全面 累计 当年 年均 每年 要 须 应 推动 推进 促进 带动 保证 做到 "
    "用 通过 届时 另外 此外 同时 则 和 及 与 、 ， : 的 上 底 末 前 内 期间 时期 以内 之前 以前 初 中 我 其 各 也 还 又 再 基本 进一步 主要 因此 从而 预期 拟 有望 达到 完成 "
    "一是 二是 三是 四是 五是 相应 单个 达 具体 包括 如 使得 保持 规划 目标 提出 要求 明确 确定 单项 整体 总体 区内 园内 辖区 区域内 本轮 使其 约束 继续 大力 加快 实施 "
)


def _by_character(words: str, place: int) -> dict[str, tuple[str, ...]]:
    """Words by their first (place 0) or last (place -1) character, longest first."""
    table: dict[str, list[str]] = {}
    for word in sorted(set(words.split()), key=len, reverse=True):
        table.setdefault(word[place], []).append(word)
    return {char: tuple(found) for char, found in table.items()}


_FILLERS = _by_character(_FILL, -1)
_LEFT_WORDS = _by_character(_LEFT, 0)
_SUBJECT = re.compile(
    r"^(?:(?!单位|占|人均|万元|每|亩均|地均|率)[^，、的]){0,10}?(?:园区|[本我全]区|全园|开发区|高新区|经开区|示范区|试验区|保税区|管委会|片区|新区(?!域)|产业园|工业园|示范基地|产业基地)"
    r"(?:区|内|的|范围内)?(?!域|位|间)"
)
_NOUNS: tuple[tuple[str, Sense], ...] = (
    ("下降幅度", "decrease"), ("降低幅度", "decrease"), ("减排幅度", "decrease"), ("削减幅度", "decrease"), ("下降比例", "decrease"),
    ("下降率", "decrease"), ("降低率", "decrease"), ("削减率", "decrease"), ("减排率", "decrease"), ("降幅", "decrease"), ("降速", "decrease"), ("降低", "decrease"), ("下降", "decrease"),
    ("增长幅度", "increase"), ("增长速度", "increase"), ("增长率", "increase"), ("增速", "increase"), ("增幅", "increase"), ("增长", "increase"), ("提高幅度", "increase"),
    ("升幅", "increase"), ("提升幅度", "increase"),
)  # fmt: skip
_KEPT_NOUNS: tuple[tuple[str, Sense], ...] = (("增量", "increase"),)
_KEPT = frozenset({"增量"})
_AIM_TAIL = re.compile(r"(?:控制|约束性?|考核|规划|预期)?(?:目标|指标|任务)(?:值)?$")
_PER = (
    ("annual-average", re.compile(r"年均|每年平均|平均每年|逐年|年平均")),
    ("each-year", re.compile(r"每年")),
    ("annual", re.compile(r"当年(?!价)|(?<![│每近今去多历□])年(?=减排|节约|节能|新增|削减|减少|淘汰|压减|替代|可)")),
    ("cumulative", re.compile(r"累计(?!装机|确权|完成率)|合计|共计|总计|总共")),
)
_QUALIFYING = re.compile(r"□+(?:及?以[上下]|左右)?的?")
_REFERENCE = re.compile(
    r"[比较](?:历史|碳|能耗)?(?:峰值|高点|最高水平|平均水平|照常情景|基准情景|现状|目前|当前|以往)(?:水平)?$"
)
_ANAPHORA = re.compile(
    r"(?:上述|以上|这|该|前述)?(?:两|二|三|四|五|[2-9]|□+)?(?:项|个|大|类)?(?:主要|约束性|核心|强度)?指标$"
)
_BREAK = re.compile(r"[，,;；:。│□\t]")
_NOTE = re.compile(r"(?<=[一-鿿])\([^()]{1,12}\)(?=[一-鿿])")  # 重点企业(□家)审核率
_MEASURABLE = re.compile(
    r"(?:率|比|重|比例|量|值|度|额|规模|面积|能耗|电耗|水耗|煤耗|排放|能力|水平|收入|装机|税收|产出|容量|里程|利润|强度|投资|消费|产值|增加值|收入|资金)$"
)
_SPLIT = re.compile(r"、|以及|和|及|与")


_FOR_ALL = re.compile(r"(?<![平年人户亩])均(?![衡匀值线价])|都(?![市会])|各自")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands before a number: `sense`, whether a verb of change goes `to` a level, indicator ranges in the clause.

    `verb` is empty where none stands there; `copula` marks 为/是/确定为; `repeats` that the phrase refers back to indicators
    named before (两项指标); `flow` that the verb takes the counted thing as object (减排二氧化碳); `other_base` that the change is
    against something that is no year (较峰值); `takes_object` that the thing counted may follow the number; `noun` an 降幅 or 增速.
    """

    sense: Sense | None
    to: bool
    indicators: tuple[tuple[int, int], ...]
    per: str | None
    verb: str = ""
    copula: bool = False
    repeats: bool = False
    takes_object: bool = False
    noun: bool = False
    flow: bool = False
    other_base: bool = False
    respectively: bool = False
    level_before: bool = False


def measurable(name: str) -> bool:
    """Whether a name is by its last word something measured (率, 总量, 规模), not a thing that is counted."""
    return _MEASURABLE.search(name) is not None


def _strip_right(text: str, start: int, end: int) -> int:
    """The end of what is left of text[start:end] when filler words, times and blanks are taken off its right."""
    while end > start:
        if text[end - 1] in "│ (),，、:":
            end -= 1
            continue
        if text[end - 1] == "□":
            end -= 1
            continue
        word = next((w for w in _FILLERS.get(text[end - 1], ()) if text.endswith(w, start, end)), None)
        if word is None or (word == "年" and text[end - 2 : end - 1] not in "│□ "):
            break
        if word == "比" and text[end - 2 : end - 1] in ("占", "配", "同", "环"):
            break
        if word == "能" and text[end - 2 : end - 1] in tuple("节产功性智效热电储用光核动势风"):
            break
        if word == "目标" and not text.endswith("的目标", start, end):
            break
        end -= len(word)
    return end


def _strip_left(text: str, start: int, end: int) -> int:
    """The start of what is left when connectors, adverbs and the park as subject are taken off the left."""
    while start < end:
        if text[start] in "│□ )":
            start += 1
            continue
        match = _SUBJECT.match(text[start:end])
        if match and match.end() < end - start:
            start += match.end()
            continue
        if match and match.end() == end - start:
            return end
        word = next((w for w in _LEFT_WORDS.get(text[start], ()) if text.startswith(w, start, end)), None)
        if word is None or (len(word) == 1 and _keeps(text, start, end, word)):
            break
        start += len(word)
    return start


def _keeps(text: str, start: int, end: int, word: str) -> bool:
    """Whether a one-character connector is rather the first character of a name (中水回用率, 上网电量)."""
    ahead = text[start : start + 2]
    return ahead in (
        "其他",
        "其它",
        "其余",
        "中水",
        "上网",
        "初级",
        "末端",
        "前端",
        "内部",
        "再生",
        "对外",
        "用水",
        "用电",
        "用能",
        "用地",
        "用气",
        "用煤",
        "达标",
        "和谐",
        "各类",
        "中小",
        "应用",
        "上市",
        "要素",
        "内资",
        "再利",
        "应急",
        "用热",
        "上缴",
    )


def _noun_phrase(text: str, start: int, end: int, several: bool) -> list[tuple[int, int]]:
    """The range(s) of the name that ends at `end`; `several` splits a list (A和B分别)."""
    left = start
    notes = [m.span() for m in _NOTE.finditer(text, start, end) if m.end() < end and "│" not in m.group()]
    for match in _BREAK.finditer(text, start, end):
        if not any(a < match.start() < b for a, b in notes):
            left = match.end()
    aim = text.rfind("目标", left, end)
    if aim >= 0 and text[aim + 2 : aim + 3] in ("为", "是") and end - aim > 5:
        left = aim + 3
    closing = text.rfind(")", left, end)
    if closing >= 0 and (text.find("(", left, closing) < 0 or "│" in text[left:closing]):
        left = closing + 1
    if not several:
        cut = text.rfind("、", left, end)
        left = cut + 1 if cut >= 0 else left
    left = _strip_left(text, left, end)
    if not several:
        return [(left, end)] if end - left >= 2 else []
    parts: list[tuple[int, int]] = []
    at = left
    for match in _SPLIT.finditer(text, left, end):
        if match.start() > at:
            parts.append((at, match.start()))
        at = match.end()
    if at < end:
        parts.append((at, end))
    return parts


def _per(text: str, start: int, end: int) -> str | None:
    found = [(m.start(), name) for name, pattern in _PER for m in pattern.finditer(text, start, end)]
    return min(found, key=lambda p: [n for n, _ in _PER].index(p[1]))[1] if found else None


def for_all(text: str, start: int, end: int) -> bool:
    """Whether a word there says that one number goes for each of the names before it (A、B均下降20%)."""
    return _FOR_ALL.search(text, start, end) is not None


def read_phrase(text: str, start: int, end: int) -> Phrase:
    """The phrase in masked `text` from `start` to the number (its comparators not included) at `end`."""
    verbs = list(_VERB.finditer(text, start, end))
    per = _per(text, start, end)
    several = any(text.find(word, start, end) >= 0 for word in ("分别", "依次", "各自")) or for_all(text, start, end)
    level = max(text.rfind("由", start, end), text.rfind("从", start, end))
    if level >= 0 and _strip_right(text, level, end) <= level + 1:
        stop = _strip_right(text, start, level)
        return Phrase(None, False, tuple(_noun_phrase(text, start, stop, False)), per, level_before=True)
    for verb in reversed(verbs):
        kind = str(verb.lastgroup)
        after = verb.end()
        to = False
        if kind in ("decrease", "increase"):
            match = _TO.match(text, after, end)
            if match:
                to, after = True, match.end()
        rest = _object_start(text, after, end)
        tail = _strip_right(text, rest, end)
        if tail > rest:
            # Words between verb and number: the object of the verb (建成充电桩650个), else the verb is not the governing one.
            if kind == "equal":
                return Phrase(None, False, (), per)
            if kind in ("reach", "hold") or to:
                continue
            if verb.group() == "新建" and measurable(text[rest:tail]):
                continue
            parts = _noun_phrase(text, rest, tail, several)
            if kind == "object" and verb.group() == "实现" and not parts:
                continue
            sense = _SENSES[kind]
            return Phrase(sense, False, tuple(parts), per, verb.group(), flow=True, respectively=several)
        return _before_verb(text, start, verb, kind, to, per, several)
    stop = _strip_right(text, start, end)
    indicators = _noun_phrase(text, start, stop, several)
    return _with_noun(text, indicators, None, False, per, "", several)


def _object_start(text: str, start: int, end: int) -> int:
    """Where the object of a verb begins: after a number that only qualifies it (10蒸吨及以下)."""
    match = _QUALIFYING.match(text, start, end)
    return match.end() if match else start


def _before_verb(
    text: str, start: int, verb: re.Match[str], kind: str, to: bool, per: str | None, several: bool
) -> Phrase:
    stop = _strip_right(text, start, verb.start())
    reference = _REFERENCE.search(text, start, stop)
    if reference:
        stop = _strip_right(text, start, reference.start())
    indicators = _noun_phrase(text, start, stop, several)
    sense = _SENSES[kind]
    word = verb.group()
    takes = kind == "object" or word in ("新增", "淘汰", "关停", "关闭", "拆除")
    phrase = _with_noun(text, indicators, sense, to, per, word, several, takes_object=takes)
    return replace(phrase, other_base=reference is not None, flow=takes)


def _with_noun(
    text: str,
    indicators: list[tuple[int, int]],
    sense: Sense | None,
    to: bool,
    per: str | None,
    verb: str,
    several: bool,
    takes_object: bool = False,
) -> Phrase:
    """Take 目标, 降幅 and 增速 off the indicator; such a noun tells the direction."""
    copula = verb in ("为", "是", "确定为", "定为", "设定为")
    noun = repeats = False
    kept: list[tuple[int, int]] = []
    for left, end in indicators:
        if _ANAPHORA.fullmatch(text, left, end):
            repeats = True
            continue
        aim = _AIM_TAIL.search(text, left, end)
        right = aim.start() if aim else end
        if sense in (None, "reach", "hold"):
            for word, direction in (*_NOUNS, *_KEPT_NOUNS):
                if text.endswith(word, left, right):
                    sense, noun = direction, True
                    right -= 0 if word in _KEPT else len(word)
                    break
        right = _strip_right(text, left, right)
        if right - left >= 2:
            kept.append((left, right))
    return Phrase(sense, to, tuple(kept), per, verb, copula, repeats, takes_object, noun=noun, respectively=several)
