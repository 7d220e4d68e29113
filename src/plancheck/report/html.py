"""The report as one HTML file that needs nothing else: for the office that issues it and the park that answers it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from plancheck.core.outcome import Outcome
from plancheck.judgement.results import FileInfo, Interval, Report
from plancheck.report import view
from plancheck.report.html_parts import Parts, bar, drawn, safe
from plancheck.report.numbers import plain, points
from plancheck.report.summary import coverage_lines, lost_without_judgement, outcome_aside, score_lines
from plancheck.report.texts import Language, Texts

_HATCH = (
    '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="7" height="7"'
    ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fbeecb"/>'
    '<rect width="3" height="7" fill="#b87a10"/></pattern></defs></svg>'
)
_ORDER = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS, Outcome.NOT_APPLICABLE)
_HIDDEN = 'aria-hidden="true"'


def render_html(report: Report, *, lang: Language = "zh") -> str:
    """The report as a complete HTML page: no outside resources, everything visible without scripts, ready to print.

    `lang` chooses the page's own words; what rules and the plan say stays Chinese.
    """
    page = _Page(report, Texts(lang))
    style, script = _asset("report.css"), _asset("report.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    t = page.t
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{safe(report.plan.title or report.plan.path)} · {t('title')}</title>\n",
            f'<style>{style}</style>\n</head>\n<body>\n<a class="skip" href="#results">{t("skip")}</a>\n{_HATCH}\n',
            '<div class="sheet">\n',
            *page.cover(),
            *page.chapter_points(),
            page.controls(),
            '<main id="results" tabindex="-1">\n',
            *page.findings(),
            *page.reviews(),
            *page.advice(),
            *page.not_applicable(),
            *page.passes(),
            f'<p class="nothing" id="nothing" hidden>{t("filter.none")}</p>\n</main>\n',
            *page.reading(),
            f'<footer class="foot"><p class="print sign">{t("sign")}</p><p>{t("nature")}</p><p>{t("made_by", version=safe(report.tool_version))}</p></footer>\n',
            f"</div>\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _asset(name: str) -> str:
    return (files("plancheck.report") / "assets" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Page:
    """The parts of the page in reading order; headings are numbered as they come."""

    def __init__(self, report: Report, texts: Texts) -> None:
        self.report, self.t = report, texts
        names = dict.fromkeys([c.section for c in report.chapters] + [r.chapter for r in report.results])
        self.chapters = {name: index for index, name in enumerate(names)}
        self.parts = Parts(texts, self.chapters)
        self.own = self.parts.own
        self._headings = 0

    def heading(self, words: str, note: str = "") -> str:
        """A numbered heading of the second level."""
        self._headings += 1
        number = "一二三四五六七八九十"[self._headings - 1] + "、" if self.t.lang == "zh" else f"{self._headings}. "
        return f"<h2>{number}{words}{f' <small>{note}</small>' if note else ''}</h2>\n"

    def label(self, key: str) -> str:
        """A fixed word with its colon."""
        return self.t("label", label=self.t(key))

    def cover(self) -> Iterator[str]:
        t, report = self.t, self.report
        yield f'<header class="cover">\n<p class="kicker">{t("title")}</p>\n'
        yield f"<h1{self.own}>{safe(report.plan.title or report.plan.path)}</h1>\n"
        yield f'<p class="files">{self.label("basis")}<span{self.own}>{safe(report.pack_title)}</span>{t("aside", words=safe(report.pack_id))}'
        if report.stage != "plan":
            yield f"　{self.label('stage')}{safe(self.t.stage(report.stage))}"
        for choice in report.choices:
            yield f'<br><span class="soft"{self.own}>{safe(choice)}</span>'
        if report.notes:
            noted = t("look_at_notes", count=len(report.notes))
            yield f'<br>{self.label("attention")}<a href="#s-reading">{noted}</a>'
        verdict = str(report.verdict or "none")
        yield f'</p>\n<section class="result {verdict}" aria-label="{t("verdict")}">\n'
        yield f'<div><p class="label">{t("verdict")}</p><p class="word">{t("verdict." + verdict)}</p></div>\n'
        reasons = "".join(f"<li{self.own}>{safe(reason)}</li>" for reason in report.reasons)
        yield f'<div><p class="label">{t("reasons")}</p><ul class="reasons">{reasons}</ul></div>\n</section>\n'
        score = report.score
        said = points(score.low) if score.low == score.high else f"{points(score.low)}～{points(score.high)}"
        yield f'<section aria-label="{t("score")}"><p class="label">{t("score")}</p>'
        yield f'<p class="figure">{said} <small>/ {plain(score.maximum)}</small></p>\n{bar(score, t)}\n{self.legend(score)}'
        yield "".join(f"<p>{line}</p>" for line in list(score_lines(report, t))[1:]) + "</section>\n"
        counts = report.counts()
        yield '<ul class="tiles">'
        for outcome in _ORDER:
            words = t(f"outcome.{outcome}") + outcome_aside(report, outcome, t)
            yield f'<li><a class="{outcome}" href="#s-{outcome}"><b>{counts[outcome]}</b>{words}</a></li>'
        yield "</ul>\n</header>\n"

    def legend(self, score: Interval) -> str:
        """What the three parts of the bar are, with their points."""
        swatches = (
            ("earned", score.low, drawn(100, 100, _HIDDEN)),
            ("open", score.high - score.low, drawn(0, 100, _HIDDEN)),
            ("lost", score.maximum - score.high, drawn(0, 0, _HIDDEN)),
        )
        lines = (f"<li>{shape}{self.t(f'bar.{name}')} {points(value)}</li>" for name, value, shape in swatches)
        return f'<ul class="legend">{"".join(lines)}</ul>\n'

    def chapter_points(self) -> Iterator[str]:
        t, report = self.t, self.report
        tally = Counter((r.chapter, r.outcome) for r in report.results)
        heads = "".join(
            f'<th scope="col"{style}>{words}</th>'
            for words, style in (
                (t("chapter"), ""),
                (t("split"), ""),
                *((t(key), ' class="number"') for key in ("points", "maximum", "failed", "open")),
            )
        )
        yield f'<section id="s-chapters">\n{self.heading(t("chapters"))}<table class="points"><thead><tr>{heads}</tr></thead><tbody>\n'
        for chapter in report.chapters:
            failed, unsettled = tally[chapter.section, Outcome.FAIL], tally[chapter.section, Outcome.REVIEW]
            yield self.points_row(f"<span{self.own}>{safe(chapter.section)}</span>", chapter.points, failed, unsettled)
        counts = report.counts()
        yield "</tbody><tfoot>"
        yield self.points_row(t("sum"), report.score, counts[Outcome.FAIL], counts[Outcome.REVIEW])
        yield "</tfoot></table>\n</section>\n"

    def points_row(self, title: str, interval: Interval, failed: int, unsettled: int) -> str:
        """A row of the table of points."""
        low, high = points(interval.low), points(interval.high)
        cells = (low if low == high else f"{low}～{high}", plain(interval.maximum), failed or "·", unsettled or "·")
        numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
        return f'<tr><th scope="row">{title}</th><td>{bar(interval, self.t, thin=True)}</td>{numbers}</tr>\n'

    def controls(self) -> str:
        """The filter; a script shows it, so that it is not there where it would not work."""
        t = self.t
        outcomes = {o.value: t(f"outcome.{o}") for o in _ORDER}
        if view.advice(self.report):
            outcomes["advice"] = t("outcome.advice")
        choices = {
            "outcome": outcomes,
            "chapter": {f"c{index}": safe(name) for name, index in self.chapters.items()},
            "obligation": {name: t(f"obligation.{name}") for name in ("veto", "shall", "should", "may")},
            "kind": {name: t(f"kind.{name}") for name in ("auto", "assist")},
        }
        fields = "".join(
            f'<label>{t(f"filter.{name}")}<select name="{name}"><option value="">{t("filter.all")}</option>'
            + "".join(f'<option value="{value}">{words}</option>' for value, words in options.items())
            + "</select></label>"
            for name, options in choices.items()
        )
        return (
            f'<form class="controls" id="controls" role="search" aria-label="{t("filter")}" hidden>{fields}'
            f'<label class="grow">{t("filter.text")}<input type="search" name="text" placeholder="{t("filter.hint")}"></label>'
            f'<button type="button" id="clear">{t("filter.reset")}</button>'
            f'<output id="shown" data-words="{t("filter.shown")}"></output></form>\n'
        )

    def findings(self) -> Iterator[str]:
        t = self.t
        found = view.findings(self.report)
        clauses = sum(len(finding.results) for finding in found)
        note = t("findings.count", defects=len(found), clauses=clauses) if found else ""
        yield f'<section class="part" id="s-fail">\n{self.heading(t("findings"), note)}'
        if found:
            yield f'<p class="soft">{t("findings.order")}</p>\n'
        yield "".join(map(self.parts.finding, found)) if found else f"<p>{t('none.findings')}</p>\n"
        yield "</section>\n"

    def reviews(self) -> Iterator[str]:
        t = self.t
        results = view.of_outcome(self.report, Outcome.REVIEW)
        yield f'<section class="part" id="s-review">\n{self.heading(t("reviews"), t("clauses.count", count=len(results)))}'
        for group in view.by_chapter(self.report, results, pressing_first=True):
            count = t("clauses.count", count=len(group.results))
            yield f'<section class="group"><h3><span{self.own}>{safe(group.title)}</span><small>{count}</small></h3>\n'
            yield "".join(map(self.parts.review, group.results)) + "</section>\n"
        if not results:
            yield f"<p>{t('none.reviews')}</p>\n"
        yield "</section>\n"

    def advice(self) -> Iterator[str]:
        results = view.advice(self.report)
        if results:
            rows = [("", [self.parts.line(r, "advice", self.parts.why(r, r.messages)) for r in results])]
            yield self.listing("advice", "advice", "because", rows)

    def not_applicable(self) -> Iterator[str]:
        results = view.of_outcome(self.report, Outcome.NOT_APPLICABLE)
        rows = [
            (group.title, [self.parts.line(r, r.outcome, self.parts.why(r, r.messages[1:])) for r in group.results])
            for group in view.by_reason(results, self.t("no_reason"))
        ]
        lost = lost_without_judgement(results, self.t)
        yield self.listing("not-applicable", "not_applicable", "because", rows, lost)

    def passes(self) -> Iterator[str]:
        groups = view.by_chapter(self.report, view.of_outcome(self.report, Outcome.PASS))
        rows = [(g.title, [self.parts.line(r, r.outcome, self.parts.proof(r)) for r in g.results]) for g in groups]
        yield self.listing("pass", "passes", "evidence", rows)

    def listing(self, name: str, title: str, last: str, groups: list[tuple[str, list[str]]], note: str = "") -> str:
        """A part that is a table: groups of rows, each below its own heading."""
        t = self.t
        heads = "".join(f'<th scope="col">{t(key)}</th>' for key in ("clause", "requirement", last))
        bodies = []
        for heading, rows in groups:
            count = t("clauses.count", count=len(rows))
            words = f'<span{self.own}>{safe(heading)}</span> <span class="soft">{count}</span>'
            head = f'<tr><th colspan="3" scope="rowgroup">{words}</th></tr>' if heading else ""
            bodies.append(f'<tbody class="group">{head}{"".join(rows)}</tbody>\n')
        total = t("clauses.count", count=sum(len(rows) for _, rows in groups))
        table = f'<table class="list"><thead><tr>{heads}</tr></thead>{"".join(bodies)}</table>\n' if groups else ""
        said = f'<p class="soft">{note}</p>\n' if note else ""
        return f'<section class="part" id="s-{name}">\n{self.heading(t(title), total)}{said}{table}</section>\n'

    def reading(self) -> Iterator[str]:
        t, report = self.t, self.report
        yield f'<section id="s-reading">\n{self.heading(t("reading"))}<ul class="plain">'
        yield "".join(f"<li>{line}</li>" for line in coverage_lines(report.coverage, t)) + "</ul>\n"
        notes = "".join(f"<li{self.own}>{safe(note)}</li>" for note in report.notes)
        yield f"<h3>{t('unread')}</h3>" + (
            f'<ul class="plain">{notes}</ul>\n' if notes else f"<p>{t('none.notes')}</p>\n"
        )
        yield f"<h3>{t('overrides')}</h3>\n"
        changes = [
            t("override", what=safe(o.what), was=safe(o.was), now=safe(o.now), by=safe(o.by)) for o in report.overrides
        ]
        lines = "".join(f"<li{self.own}>{change}</li>" for change in changes)
        yield f'<ul class="plain">{lines}</ul>\n' if lines else f"<p>{t('none.overrides')}</p>\n"
        yield f"<h3>{t('files')}</h3>\n<table><thead><tr>"
        yield "".join(f'<th scope="col">{t(key)}</th>' for key in ("what", "file", "digest")) + "</tr></thead><tbody>\n"
        yield self.file_row(t("plan"), report.plan)
        if report.data:
            yield self.file_row(t("data"), report.data)
        else:
            yield f'<tr><th scope="row">{t("data")}</th><td>{t("no_data")}</td><td></td></tr>\n'
        yield f'<tr><th scope="row">{t("pack")}</th><td>{safe(report.pack_id)}</td><td><code>{safe(report.pack_digest)}</code></td></tr>\n'
        yield "</tbody></table>\n</section>\n"

    def file_row(self, what: str, file: FileInfo) -> str:
        """A file that was judged."""
        size = (
            f" <span class='soft'>{self.t('file.characters', count=file.characters)}</span>" if file.characters else ""
        )
        return f'<tr><th scope="row">{what}</th><td>{safe(file.path)}{size}</td><td><code>{safe(file.sha256)}</code></td></tr>\n'
