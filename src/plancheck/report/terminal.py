"""The report in a terminal: the verdict and why, the points, what is wrong, what a person must judge, what was read."""

from __future__ import annotations

from collections.abc import Iterable

from plancheck.core.location import Evidence
from plancheck.core.outcome import Outcome, Verdict
from plancheck.judgement.results import Comparison, Report, Result
from plancheck.report import view
from plancheck.report.clean import one_line, shorten
from plancheck.report.places import place_in_words
from plancheck.report.score_table import score_table
from plancheck.report.summary import coverage_lines, lost_without_judgement, outcome_aside, score_lines
from plancheck.report.texts import Language, Texts
from plancheck.report.wrap import Run, lay_out, paint

_NARROWEST = 50  # below this the table of points has no room for names
_FINDINGS = 40
_COMPARISONS = 3
_MESSAGES = 3
_PLACES = 3
_REVIEWS_IN_CHAPTER = 3
_REASONS = 5
_NOTES = 8
_EXCERPT = 120

_VERDICT_STYLE: dict[Verdict | None, str] = {Verdict.ACCEPT: "good", Verdict.SUPPLEMENT: "warn", Verdict.RETURN: "bad"}


def render_terminal(
    report: Report, *, console_width: int, color: bool, full: bool = False, lang: Language = "zh"
) -> str:
    """The report as lines for a terminal of `console_width` cells, ending with a line break.

    `color` adds escape codes; control characters of the plan are always made harmless. Without `full` long lists are
    folded, and each fold says how many more there are; with `full` every result is shown.
    """
    page = _Page(max(console_width, _NARROWEST), color, full, lang)
    page.head(report)
    page.score(report)
    page.findings(report)
    page.reviews(report)
    page.advice(report)
    page.not_applicable(report)
    page.passes(report)
    page.reading(report)
    return "\n".join(page.lines).strip("\n") + "\n"


class _Page:
    """Lines as they are put together, with what all of them need to know."""

    def __init__(self, width: int, color: bool, full: bool, lang: Language) -> None:
        self.width, self.color, self.full = width, color, full
        self.texts = Texts(lang)
        self.lines: list[str] = []

    def put(self, *runs: Run | str, indent: int = 0, mark: str = "") -> None:
        """One paragraph: `mark` hangs in the indent before its first line."""
        given: list[Run] = [(run, "") if isinstance(run, str) else run for run in runs]
        first = " " * indent + mark
        rest = " " * (indent + len(mark))
        self.lines.extend(lay_out(given, self.width, first=first, rest=rest, color=self.color))

    def heading(self, title: str, note: str = "") -> None:
        """A heading after an empty line."""
        self.lines.append("")
        self.put((title, "heading"), *([("  " + note, "dim")] if note else []))

    def label(self, key: str) -> str:
        """A fixed word with its colon."""
        return self.texts("label", label=self.texts(key))

    def limit(self, number: int) -> int | None:
        """`number` unless everything is to be shown."""
        return None if self.full else number

    # -- parts, from top to bottom ------------------------------------------------------------------------------

    def head(self, report: Report) -> None:
        t = self.texts
        self.put(
            (self.label("verdict"), "strong"),
            (t(f"verdict.{report.verdict or 'none'}"), _VERDICT_STYLE.get(report.verdict, "")),
        )
        for reason in report.reasons:
            self.put(one_line(reason), indent=2, mark="· ")
        self.lines.append("")
        self.put(self.label("basis") + one_line(report.pack_title) + t("aside", words=one_line(report.pack_id)))
        title = f"《{one_line(report.plan.title)}》" if report.plan.title else ""
        self.put(self.label("plan") + one_line(report.plan.path) + title)
        self.put(self.label("data") + (one_line(report.data.path) if report.data else t("no_data")))
        if report.stage != "plan":
            self.put(self.label("stage") + one_line(self.texts.stage(report.stage)))
        for choice in report.choices:
            self.put((one_line(choice), "dim"))
        if report.notes:
            self.put((self.label("attention"), "warn"), t("look_at_notes", count=len(report.notes)))

    def score(self, report: Report) -> None:
        t = self.texts
        self.lines.append("")
        for line in score_lines(report, t):
            self.put(line)
        said = [
            f"{t(f'outcome.{outcome}')} {count}{outcome_aside(report, outcome, t)}"
            for outcome, count in report.counts().items()
        ]
        self.put(self.label("counts") + t("total", count=len(report.results)) + " · ".join(said))
        self.lines.append("")
        for line, style in score_table(report, t, self.width):
            self.lines.append(paint(line, style) if self.color else line)

    def findings(self, report: Report) -> None:
        t = self.texts
        found = view.findings(report)
        clauses = sum(len(finding.results) for finding in found)
        if not found:
            self.heading(t("findings"))
            self.put(t("none.findings"), indent=2)
            return
        self.heading(t("findings"), t("findings.count", defects=len(found), clauses=clauses))
        shown = found[: self.limit(_FINDINGS)]
        for number, finding in enumerate(shown, 1):
            self.finding(number, finding)
        self.more("more.findings", len(found) - len(shown), indent=2)

    def finding(self, number: int, finding: view.Finding) -> None:
        t, lead = self.texts, finding.lead
        badge = "veto" if lead.veto else lead.obligation.value
        self.lines.append("")
        self.put(
            (f"{t(f'obligation.{badge}')} ", "bad" if badge in ("veto", "shall") else "warn"),
            (one_line(lead.title), "strong"),
            (f"  {one_line(lead.clause)}  {one_line(lead.rule)}", "dim"),
            mark=f"{number}.".ljust(4),
        )
        messages = finding.messages[: self.limit(_MESSAGES)]
        for message in messages:
            self.put(one_line(message), indent=4)
        self.more("more.messages", len(finding.messages) - len(messages), indent=4)
        self.asked(lead)
        self.items(lead)
        self.comparisons(finding.comparisons)
        self.places("evidence", finding.evidence)
        if not finding.evidence and not finding.comparisons:
            self.places("searched", finding.looked_in)
        for fix in finding.fixes:
            self.put((self.label("fix"), "good"), one_line(fix), indent=4)
        for other in finding.results[1:]:
            self.put(
                (
                    f"{self.label('same')}{one_line(other.clause)} {one_line(other.title)}  {one_line(other.rule)}",
                    "dim",
                ),
                indent=4,
            )

    def asked(self, result: Result) -> None:
        """What a person is asked, and what is missing for a decision."""
        t = self.texts
        if result.question:
            self.put((self.label("question"), "warn"), one_line(result.question), indent=4)
        if result.missing_facts:
            self.put((self.label("missing"), "warn"), t("between").join(map(one_line, result.missing_facts)), indent=4)

    def items(self, result: Result) -> None:
        """How many members of a judged collection came to what."""
        if result.items:
            passed, failed, unsettled, total = result.items
            self.put((self.texts("items", total=total, passed=passed, failed=failed, open=unsettled), "dim"), indent=4)

    def comparisons(self, comparisons: tuple[Comparison, ...]) -> None:
        """Numbers that contradict each other: both sides with their value, their arithmetic and where they stand."""
        shown = comparisons[: self.limit(_COMPARISONS)]
        for one in shown:
            for side in (one.left, one.right):
                self.put((self.label(view.side_label(side)), "dim"), (one_line(side.value), "strong"), indent=4)
                for step in side.working:
                    self.put((self.label("working"), "dim"), one_line(step), indent=6)
                self.places("evidence", side.evidence, indent=6)
        self.more("more.places", len(comparisons) - len(shown), indent=4)

    def places(self, label: str, evidence: tuple[Evidence, ...], indent: int = 4) -> None:
        """Places in words with what stands there."""
        shown = evidence[: self.limit(_PLACES)]
        for one in shown:
            runs: list[Run] = [(self.label(label), "dim"), (place_in_words(one.location, self.texts.lang), "place")]
            if one.excerpt.strip():
                excerpt, left_out = shorten(one_line(one.excerpt), self.limit(_EXCERPT))
                runs.append((self.texts("label", label="") + excerpt, ""))
                if left_out:
                    runs.append((self.texts("more.characters", count=left_out), "dim"))
            elif view.is_blank_cell(one):
                runs.append((self.texts("blank_cell"), ""))
            if one.value and one.value not in one.excerpt:
                runs.append(
                    (self.texts("aside", words=f"{self.texts(view.value_key(one))} {one_line(one.value)}"), "dim")
                )
            self.put(*runs, indent=indent)
        self.more("more.places", len(evidence) - len(shown), indent=indent)

    def reviews(self, report: Report) -> None:
        t = self.texts
        results = view.of_outcome(report, Outcome.REVIEW)
        if not results:
            self.heading(t("reviews"))
            self.put(t("none.reviews"), indent=2)
            return
        self.heading(t("reviews"), t("clauses.count", count=len(results)))
        folded = 0
        for group in view.by_chapter(report, results, pressing_first=True):
            self.lines.append("")
            self.put((one_line(group.title), "strong"), f"  {t('clauses.count', count=len(group.results))}", indent=2)
            shown = group.results[: self.limit(_REVIEWS_IN_CHAPTER)]
            for result in shown:
                self.review(result)
            left = len(group.results) - len(shown)
            folded += left
            if left:
                self.put((t("more.in_chapter", count=left), "dim"), indent=4)
        if folded:
            self.lines.append("")
        self.more("more.reviews", folded, indent=2)

    def review(self, result: Result) -> None:
        t = self.texts
        self.put(
            (t("obligation.veto") + " " if result.veto else "", "bad"),
            one_line(result.title),
            (f"  {one_line(result.clause)}  {one_line(result.rule)}", "dim"),
            indent=2,
            mark="? ",
        )
        for message in result.messages[: self.limit(_MESSAGES)]:
            self.put(one_line(message), indent=4)
        self.more("more.messages", len(result.messages[_MESSAGES:]) if not self.full else 0, indent=4)
        self.asked(result)
        self.items(result)
        self.places("looked_in", result.evidence or result.looked_in)

    def advice(self, report: Report) -> None:
        t = self.texts
        results = view.advice(report)
        if not results:
            return
        if not self.full:
            self.heading(t("advice"), t("more.advice", count=len(results)))
            return
        self.heading(t("advice"), t("clauses.count", count=len(results)))
        self.listed(results)

    def not_applicable(self, report: Report) -> None:
        t = self.texts
        results = view.of_outcome(report, Outcome.NOT_APPLICABLE)
        if not results:
            return
        self.heading(t("not_applicable"), t("clauses.count", count=len(results)))
        groups = view.by_reason(results, t("no_reason"))
        shown = groups[: self.limit(_REASONS)]
        for group in shown:
            self.put(
                one_line(group.title) + t("aside", words=t("clauses.count", count=len(group.results))),
                indent=2,
                mark="· ",
            )
            if self.full:
                self.listed(group.results, indent=4, reasons_said=1)
        self.more("more.reasons", sum(len(group.results) for group in groups[len(shown) :]), indent=2)
        lost = lost_without_judgement(results, t)
        if lost:
            self.put((lost, "dim"), indent=2)

    def passes(self, report: Report) -> None:
        t = self.texts
        results = view.of_outcome(report, Outcome.PASS)
        if not self.full:
            self.heading(t("passes"), t("more.passes", count=len(results)))
            return
        self.heading(t("passes"), t("clauses.count", count=len(results)))
        for result in results:
            self.listed((result,))
            self.places("evidence", result.evidence)

    def listed(self, results: Iterable[Result], *, indent: int = 2, reasons_said: int = 0) -> None:
        """Results with a line each, and below what they say beyond the reasons that were said already."""
        for result in results:
            aside = f"  {one_line(result.clause)}  {one_line(result.rule)}"
            self.put(one_line(result.title), (aside, "dim"), indent=indent, mark="- ")
            for message in result.messages[reasons_said:]:
                self.put(one_line(message), indent=indent + 2)
            if result.depends_on:
                self.put((self.label("depends") + one_line(result.depends_on), "dim"), indent=indent + 2)

    def reading(self, report: Report) -> None:
        t = self.texts
        self.heading(t("reading"))
        for line in coverage_lines(report.coverage, t):
            self.put(line, indent=2, mark="· ")
        if report.notes:
            self.put((self.label("unread"), "warn"), t("items.count", count=len(report.notes)), indent=2)
            shown = report.notes[: self.limit(_NOTES)]
            for note in shown:
                self.put(one_line(note), indent=4, mark="· ")
            self.more("more.notes", len(report.notes) - len(shown), indent=4)
        else:
            self.put(t("none.notes"), indent=2, mark="· ")
        if report.overrides:
            self.heading(t("overrides"), t("items.count", count=len(report.overrides)))
        for change in report.overrides:
            words = {k: one_line(getattr(change, k)) for k in ("what", "was", "now", "by")}
            self.put(t("override", **words), indent=2, mark="· ")

    def more(self, key: str, count: int, *, indent: int) -> None:
        """Says how many were left out, if any."""
        if count > 0:
            self.put((self.texts(key, count=count), "dim"), indent=indent)
