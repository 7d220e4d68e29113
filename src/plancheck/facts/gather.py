"""All facts of one submission, gathered in a fixed order from the plan, the vocabulary and the data file."""

from __future__ import annotations

from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document
from plancheck.facts.facts import Facts
from plancheck.facts.flat import Flat
from plancheck.facts.model import SubmissionFacts
from plancheck.facts.passages import read_passages
from plancheck.facts.sections import match_sections
from plancheck.facts.tasks import read_tasks
from plancheck.facts.terms import KINDS, find_mentions


def gather(document: Document, vocabulary: Vocabulary, submission: SubmissionFacts | None = None) -> Facts:
    """The facts of a plan and its data file (None: no data file). Odd text never raises; it ends in fewer facts."""
    submission = submission or SubmissionFacts()
    passages = read_passages(document)
    flat = Flat([passage.text for passage in passages])
    mentions = find_mentions(passages, vocabulary, KINDS, flat)
    sections = match_sections(document, vocabulary)
    tasks = read_tasks(document, passages, vocabulary, sections, submission)
    return Facts(
        document=document,
        vocabulary=vocabulary,
        submission=submission,
        passages=passages,
        mentions=mentions,
        sections=sections,
        tasks=tasks,
    )
