"""Pieces of the HTML report: bars, badges, evidence, cards and rows. Every text is escaped where it enters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from plancheck.core.location import Evidence
from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Comparison, Interval, Result, Side
from plancheck.report.clean import one_line, shorten
from plancheck.report.numbers import plain, points
from plancheck.report.places import place_in_words
from plancheck.report.texts import Texts
from plancheck.report.view import Finding, is_blank_cell, side_label, value_key

_EXCERPT = 400
_SHORT_EXCERPT = 60
_MESSAGES = 8
_PLACES = 6


def safe(text: str) -> str:
    """`text` for HTML, in content and in quoted attributes alike; control characters made visible."""
    return escape(one_line(text))


def bar(interval: Interval, texts: Texts, *, thin: bool = False) -> str:
    """Points as a bar: earned part solid, open part hatched, lost part empty. Readable without colour."""
    top = interval.maximum
    if top <= 0:
        return ""
    low, high = float(100 * interval.low / top), float(100 * interval.high / top)
    label = texts(
        "bar.label",
        maximum=plain(top),
        low=points(interval.low),
        open=points(interval.high - interval.low),
        lost=points(top - interval.high),
    )
    return drawn(low, high, f'role="img" aria-label="{label}"', " thin" if thin else "")


def drawn(low: float, high: float, attributes: str, style: str = "") -> str:
    """The drawing of a bar; `low` and `high` in percent of its length."""
    return (
        f'<svg class="bar{style}" {attributes}><rect class="lost" width="100%" height="100%"/>'
        f'<rect class="earned" width="{low:.2f}%" height="100%"/>'
        f'<rect x="{low:.2f}%" width="{max(0.0, high - low):.2f}%" height="100%" fill="url(#hatch)"/>'
        '<rect class="frame" width="100%" height="100%"/></svg>'
    )


class Parts:
    """Makes pieces in one language; `chapters` numbers the chapters for the filter."""

    def __init__(self, texts: Texts, chapters: dict[str, int]) -> None:
        self.t = texts
        self.chapters = chapters
        self.own = "" if texts.lang == "zh" else ' lang="zh-CN"'  # what rules and plans say is Chinese

    def attributes(self, results: Sequence[Result], outcome: str) -> str:
        """The data attributes by which an item is filtered."""
        chapters = dict.fromkeys(f"c{self.chapters[r.chapter]}" for r in results)
        obligations = dict.fromkeys(
            name for r in results for name in (("veto",) if r.veto else ()) + (r.obligation.value,)
        )
        kinds = dict.fromkeys(r.kind for r in results)
        return (
            f'data-outcome="{outcome}" data-chapter="{" ".join(chapters)}" data-obligation="{" ".join(obligations)}"'
            f' data-kind="{safe(" ".join(kinds))}" data-rules="{len(results)}"'
        )

    def badges(self, result: Result) -> str:
        """Outcome and obligation as words in boxes."""
        said = f'<span class="badge outcome-{result.outcome}">{self.t(f"outcome.{result.outcome}")}</span>'
        if result.veto:
            said += f'<span class="badge veto">{self.t("obligation.veto")}</span>'
        return said + f'<span class="badge {result.obligation}">{self.t(f"obligation.{result.obligation}")}</span>'

    def finding(self, finding: Finding) -> str:
        """A card for a defect, with all clauses that it touches."""
        lead = finding.lead
        rows = [
            self.items(lead),
            self.comparisons(finding.comparisons),
            self.evidence(self.t("evidence"), finding.evidence),
        ]
        if not finding.evidence and not finding.comparisons:
            rows.append(self.evidence(self.t("searched"), finding.looked_in))
        rows += [self.row(self.t("fix"), safe(fix), "fix") for fix in finding.fixes]
        rows.append(self.also(finding.results[1:]))
        rows.insert(0, self.asked(lead))
        return self.card(finding.results, finding.messages, rows, "h3")

    def review(self, result: Result) -> str:
        """A card for what a person must judge."""
        rows = [
            self.asked(result),
            self.items(result),
            self.evidence(self.t("looked_in"), result.evidence or result.looked_in),
            self.row(self.t("fix"), safe(result.fix), "fix") if result.fix else "",
            f'<dt class="print">{self.t("decide")}</dt><dd class="print">{self.t("decide.boxes")}</dd>',
        ]
        return self.card((result,), result.messages, rows, "h4")

    def card(self, results: Sequence[Result], messages: Sequence[str], rows: Iterable[str], level: str) -> str:
        """The frame of a card: badges, title, clause, points, rule id; then what is said."""
        lead = results[0]
        lines = [f"<li{self.own}>{safe(m)}</li>" for m in messages]
        said = self.folded(lines, _MESSAGES, '<ul class="messages">', "</ul>", "more.problems")
        return (
            f'<article class="card item {lead.outcome}" id="{safe(lead.rule)}" {self.attributes(results, lead.outcome)}>'
            f"<header>{self.badges(lead)}<{level}{self.own}>{safe(lead.title)}</{level}>"
            f'<span{self.own}>{safe(lead.clause)}</span><span class="meta">{self.points(lead)}　{self.link(lead.rule)}</span>'
            f"</header>{said}<dl>{''.join(rows)}</dl></article>\n"
        )

    def asked(self, result: Result) -> str:
        """What a person is asked, and what is missing for a decision."""
        question = self.row(self.t("question"), safe(result.question), "ask") if result.question else ""
        missing = "<br>".join(map(safe, result.missing_facts))
        return question + (self.row(self.t("missing"), missing) if missing else "")

    def points(self, result: Result) -> str:
        """What was earned of the weight: `分值 0.33，得 0.2～0.33`; nothing for rules without weight."""
        earned = result.earned
        if result.weight == 0:
            return ""
        low, high = plain(earned.low), plain(earned.high)
        said = low if low == high else f"{low}～{high}"
        return self.t("earned", weight=plain(result.weight), earned=said)

    def link(self, rule: str) -> str:
        """The rule id, as a link to its own anchor."""
        return f'<a class="rule" href="#{safe(rule)}">{safe(rule)}</a>'

    def row(self, label: str, content: str, style: str = "") -> str:
        """A labelled line of a card; `content` is HTML."""
        kind = f' class="{style}"' if style else ""
        return f"<dt>{label}</dt><dd{kind}{self.own}>{content}</dd>"

    def items(self, result: Result) -> str:
        """How many members of a judged collection came to what."""
        if not result.items:
            return ""
        passed, failed, unsettled, total = result.items
        words = self.t("items", total=total, passed=passed, failed=failed, open=unsettled)
        return f'<dt>{self.t("tally")}</dt><dd class="soft">{words}</dd>'

    def also(self, results: Sequence[Result]) -> str:
        """The further clauses of a defect, each with its anchor."""
        if not results:
            return ""
        lines = "".join(
            f'<li class="also" id="{safe(r.rule)}"><span{self.own}>{safe(r.clause)}　{safe(r.title)}</span>'
            f"　{self.points(r)}　{self.link(r.rule)}</li>"
            for r in results
        )
        return f'<dt>{self.t("same")}</dt><dd class="also"><ul>{lines}</ul></dd>'

    def comparisons(self, comparisons: Sequence[Comparison]) -> str:
        """Numbers that contradict each other, side by side: value, arithmetic, places."""
        if not comparisons:
            return ""
        pieces = [f'<div class="compared">{self.side(one.left)}{self.side(one.right)}</div>' for one in comparisons]
        return f"<dt>{self.t('compare')}</dt><dd>{self.folded(pieces, _PLACES, '', '')}</dd>"

    def side(self, side: Side) -> str:
        """One side of a comparison."""
        working = "".join(f'<div class="working"{self.own}>{safe(step)}</div>' for step in side.working)
        places = self.places(side.evidence, _SHORT_EXCERPT, 2)
        label = f'<span class="soft">{self.t(side_label(side))}</span>'
        return f'<div class="side">{label} <b{self.own}>{safe(side.value)}</b>{working}{places}</div>'

    def evidence(self, label: str, evidence: Sequence[Evidence]) -> str:
        """Where it stands and what stands there."""
        if not evidence:
            return ""
        return f"<dt>{label}</dt><dd>{self.places(evidence, _EXCERPT, _PLACES)}</dd>"

    def places(self, evidence: Sequence[Evidence], excerpt: int, limit: int) -> str:
        """Places with their excerpts; beyond `limit` they are folded, and the fold says how many."""
        return self.folded([self.seen(one, excerpt) for one in evidence], limit, "", "")

    def seen(self, evidence: Evidence, limit: int) -> str:
        """One place: its words, the excerpt set off, the value read marked in it or said after it."""
        place = f'<span class="place"{self.own}>{safe(place_in_words(evidence.location, self.t.lang))}</span>'
        text = one_line(evidence.excerpt)
        value = one_line(evidence.value) if evidence.value else ""
        if not text and not value:
            blank = escape(self.t("blank_cell")) if is_blank_cell(evidence) else ""
            return f'<div class="seen">{place}{blank}</div>'
        start, left_out = shorten(text, limit)
        marked = escape(start)
        words = self.t("aside", words=f"{self.t(value_key(evidence))} {escape(value)}")
        read = f'<span class="read">{words}</span>' if value else ""
        at = start.find(value) if value else -1
        if at >= 0:
            end = at + len(value)
            marked = f"{escape(start[:at])}<mark>{escape(value)}</mark>{escape(start[end:])}"
            read = ""
        if left_out:
            more = self.t("more.characters", count=left_out)
            marked += f"<details><summary>{more}</summary>{escape(text[len(start) :])}</details>"
        quoted = f"<q{self.own}>{marked}</q>" if text else ""
        return f'<div class="seen">{place}{quoted}{read}</div>'

    def folded(self, pieces: Sequence[str], limit: int, before: str, after: str, more_key: str = "more.plain") -> str:
        """Pieces between two tags; those beyond `limit` behind a line that says how many they are."""
        if not pieces:
            return ""
        if len(pieces) <= limit + 1:
            return before + "".join(pieces) + after
        more = self.t(more_key, count=len(pieces) - limit)
        return (
            f"{before}{''.join(pieces[:limit])}{after}"
            f"<details><summary>{more}</summary>{before}{''.join(pieces[limit:])}{after}</details>"
        )

    def line(self, result: Result, outcome: str, last: str) -> str:
        """A table row for a result that needs no card; `last` is the HTML of its last column."""
        obligation = self.t("obligation.veto") if result.veto else self.t(f"obligation.{result.obligation}")
        return (
            f'<tr class="item" id="{safe(result.rule)}" {self.attributes((result,), outcome)}>'
            f"<td><span{self.own}>{safe(result.clause)}</span>{self.link(result.rule)}</td>"
            f'<td><span{self.own}>{safe(result.title)}</span> <span class="soft">{obligation}</span></td>'
            f"<td>{last}</td></tr>\n"
        )

    def proof(self, result: Result) -> str:
        """For a clause that is met: where it is met."""
        said = "".join(f"<div{self.own}>{safe(m)}</div>" for m in result.messages)
        return said + self.places(result.evidence, _SHORT_EXCERPT, 2)

    def why(self, result: Result, messages: Sequence[str]) -> str:
        """For a clause that does not apply: what is said of it, and on what it depends."""
        said = [f"<div{self.own}>{safe(m)}</div>" for m in messages]
        if result.depends_on:
            said.append(f'<div class="soft">{self.t("depends")} {self.link(result.depends_on)}</div>')
        if result.earned.maximum > 0:
            said.append(f'<div class="soft">{self.points(result)}</div>')
        if result.fix and result.outcome is Outcome.NOT_APPLICABLE:
            said.append(f"<div{self.own}>{safe(result.fix)}</div>")
        return "".join(said) + self.places(result.evidence, _SHORT_EXCERPT, 2)
