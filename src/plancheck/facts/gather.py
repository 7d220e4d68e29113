"""All facts of one submission, gathered in a fixed order from the plan, the vocabulary and the data file."""

from __future__ import annotations

from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document
from plancheck.facts.assigned import is_assigned, without_assigned
from plancheck.facts.contributions import read_contributions
from plancheck.facts.facts import Facts
from plancheck.facts.flat import Flat
from plancheck.facts.indicator_tables import read_indicator_tables
from plancheck.facts.ledgers import read_ledgers
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import SubmissionFacts, Target
from plancheck.facts.passages import read_passages
from plancheck.facts.plan_years import PlanYears, plan_years
from plancheck.facts.projects import read_projects
from plancheck.facts.prose_series import points_in_text
from plancheck.facts.region_targets import region_targets_in_text
from plancheck.facts.sections import Sections, match_sections, sections_for
from plancheck.facts.series import read_series_tables
from plancheck.facts.submission_date import submission_date
from plancheck.facts.tables import type_tables, unread_tables
from plancheck.facts.target_text import targets_in_text
from plancheck.facts.tasks import read_tasks
from plancheck.facts.terms import KINDS, find_mentions
from plancheck.facts.unite import unite
from plancheck.facts.unite_entries import unite_entries


def gather(document: Document, vocabulary: Vocabulary, submission: SubmissionFacts | None = None) -> Facts:
    """The facts of a plan and its data file (None: no data file). Odd text never raises; it ends in fewer facts."""
    submission = submission or SubmissionFacts()
    lexicons = Lexicons.of(vocabulary)
    passages = read_passages(document)
    flat = Flat([passage.text for passage in passages])
    mentions = find_mentions(passages, vocabulary, KINDS, flat)
    sections = match_sections(document, vocabulary)
    tables = type_tables(document, vocabulary, lexicons)
    tasks = read_tasks(document, passages, vocabulary, sections, submission)
    projects = read_projects(
        document,
        tables,
        vocabulary,
        chapters=_chapters(sections, vocabulary, "projects", "重点工程"),
        passages=passages,
        lexicons=lexicons,
    )
    date = submission_date(document.cover, submission)
    years = plan_years(passages)._replace(reported=date.value.year - 2 if date is not None and date.value else None)
    indicators = read_indicator_tables(document, tables, lexicons, years)
    series = read_series_tables(document, tables, lexicons, years)
    entries, differences = unite_entries(read_ledgers(document, tables, vocabulary), submission.entries)
    reported = max((p.year for p in series.points if not p.forecast), default=None)
    known = max((y for y in (reported, years.base.value if years.base else None, years.reported) if y), default=None)
    prose = _prose_targets(document, vocabulary, sections, lexicons, years)
    united = unite(
        projects.projects,
        (*indicators.targets, *without_assigned(prose, indicators.targets)),
        (
            *indicators.points,
            *series.points,
            *points_in_text(
                document, passages, lexicons, years.target.value if years.target else None, reported, known
            ),
        ),
        projects.totals,
        submission,
        lexicons,
    )
    return Facts(
        document=document,
        vocabulary=vocabulary,
        submission=submission,
        passages=passages,
        mentions=mentions,
        sections=sections,
        tables=tables,
        projects=united.projects,
        tasks=tasks,
        targets=united.targets,
        assigned_targets=tuple(t for t in prose if is_assigned(t)),
        region_targets=(*submission.region_targets, *region_targets_in_text(passages, lexicons)),
        points=united.points,
        totals=united.totals,
        contributions=read_contributions(document, tables),
        entries=entries,
        date=date,
        disagreements=(*projects.disagreements, *united.disagreements, *differences),
        unread=(*submission.unread, *unread_tables(tables), *projects.unread, *indicators.unread, *series.unread),
    )


def _prose_targets(
    document: Document, vocabulary: Vocabulary, sections: Sections, lexicons: Lexicons, years: PlanYears
) -> tuple[Target, ...]:
    chapters = _chapters(sections, vocabulary, "targets", "主要目标")
    return targets_in_text(document, lexicons, chapters, years=years)


def _chapters(sections: Sections, vocabulary: Vocabulary, role: str, usual: str) -> tuple[int, ...]:
    """The sections that answer firmly, in their place, to the section entry of a role (or of its usual name)."""
    matches = sections.get(sections_for(vocabulary, role, usual), ())
    firm = [match for match in matches if match.how != "resembles" and match.inside]
    return tuple(match.section for match in firm if match.depth == firm[0].depth)
