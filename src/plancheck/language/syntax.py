"""The syntax tree of the rule language: frozen, each node with its position; plain enough to be stored as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple


class Pos(NamedTuple):
    """Where a node starts in its file; line and column count from 1."""

    file: int
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its canonical unit (None: a bare number); magnitudes (万) are multiplied in."""

    value: Fraction
    unit: str | None
    text: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Text:
    """A text literal; `{…}` parts are templates only in messages."""

    value: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Range:
    """Years (or whole numbers) from `first` to `last`, both included."""

    first: int
    last: int
    pos: Pos


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written; the checker turns it into a `Variable`, `Entity`, `Setting` or a call without arguments."""

    text: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Variable:
    """A name bound by let, for each, a quantifier or an aggregate."""

    text: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the pack, which its user may override."""

    text: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Entity:
    """An entry of the vocabulary: `kind` is section, term, indicator, column or group; or a word of a fixed list."""

    kind: str
    text: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Attribute:
    """`base.name`."""

    base: Expr
    name: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Call:
    """A built-in applied to positional and named arguments."""

    name: str
    args: tuple[Expr, ...]
    named: tuple[tuple[str, Expr], ...]
    pos: Pos


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    operand: Expr
    pos: Pos


@dataclass(frozen=True, slots=True)
class Binary:
    """`and or + - * / else inside` and the comparisons, with an optional tolerance (`within`)."""

    op: str
    left: Expr
    right: Expr
    within: Expr | None
    pos: Pos


@dataclass(frozen=True, slots=True)
class Is:
    """`x is given`, `x is not given`, `x is quantified`."""

    operand: Expr
    state: str
    negated: bool
    pos: Pos


@dataclass(frozen=True, slots=True)
class Quantified:
    """`every|some|no x in C where A has B`."""

    kind: str
    variable: str
    collection: Expr
    where: Expr | None
    body: Expr
    pos: Pos


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`sum|list|greatest|least(e for x in C where A)`, `count(x in C where A)`, `count(C)`."""

    kind: str
    expr: Expr | None
    variable: str | None
    collection: Expr
    where: Expr | None
    pos: Pos


@dataclass(frozen=True, slots=True)
class ListOf:
    """`[a, b, c]`."""

    items: tuple[Expr, ...]
    pos: Pos


Expr = (
    Number
    | Text
    | Range
    | Name
    | Variable
    | Setting
    | Entity
    | Attribute
    | Call
    | Not
    | Binary
    | Is
    | Quantified
    | Aggregate
    | ListOf
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message with expressions in it: texts and expressions in turn, starting with a text."""

    texts: tuple[str, ...]
    parts: tuple[Expr, ...]
    pos: Pos

    def plain(self) -> str:
        """The message with `…` where a value will stand (for explanations without a plan)."""
        return "…".join(self.texts)


@dataclass(frozen=True, slots=True)
class Require:
    """A condition and what to say when it does not hold."""

    condition: Expr
    otherwise: Message
    pos: Pos


@dataclass(frozen=True, slots=True)
class ForEach:
    """The collection that a rule judges member by member."""

    variable: str
    collection: Expr
    where: Expr | None
    pos: Pos


@dataclass(frozen=True, slots=True)
class Let:
    """A named intermediate value."""

    name: str
    value: Expr
    pos: Pos


@dataclass(frozen=True, slots=True)
class When:
    """Applicability: where it does not hold the rule is not-applicable, for this reason."""

    condition: Expr
    because: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: one requirement of the registry."""

    id: str
    obligation: str
    title: str
    clause: str
    pos: Pos
    weight: Fraction | None = None
    veto: bool = False
    counted_under: str | None = None
    depends_on: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    when: tuple[When, ...] = ()
    lets: tuple[Let, ...] = ()
    for_each: ForEach | None = None
    requires: tuple[Require, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    fix: str | None = None
    ask: Message | None = None
    show: tuple[Expr, ...] = ()
    nothing: str | None = None
    notes: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    chapter: str = ""
    family: str | None = None


@dataclass(frozen=True, slots=True)
class EntryDecl:
    """A vocabulary entry, or (with `amends`) additions to one."""

    kind: str
    name: str
    title: str
    also: tuple[str, ...]
    weak: tuple[str, ...]
    never: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    pos: Pos
    amends: bool = False


@dataclass(frozen=True, slots=True)
class SettingDecl:
    """A setting with its default and what it means."""

    name: str
    value: Expr
    about: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class ChapterDecl:
    """A chapter of the score and its points; the rules after it in the same file belong to it."""

    title: str
    points: Fraction
    pos: Pos


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One line of the verdict table: verdict `below` a score, or `on` a failed veto, shall or should rule."""

    verdict: str
    below: Fraction | None
    on: str | None
    pos: Pos


@dataclass(frozen=True, slots=True)
class PackDecl:
    """The head of a pack: `uses` names shared vocabularies, `includes` packs whose rules are judged along with its own.

    `titled` is what the titles of its plans say (`甲…乙`: 甲, then 乙), `period` the years that they are made for;
    `stage_titled` are stages and what the titles of submissions of that stage say.
    """

    id: str
    title: str
    issuer: str
    judges: tuple[str, ...]
    uses: tuple[str, ...]
    extends: str | None
    includes: tuple[str, ...]
    pos: Pos
    titled: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    stage_titled: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VocabularyDecl:
    """The head of a shared vocabulary."""

    id: str
    title: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class RuleAmendment:
    """Statements that replace those of an existing rule (in a pack that extends another)."""

    rule: Rule
    pos: Pos
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One parsed file: its declarations in order of appearance."""

    path: str
    packs: tuple[PackDecl, ...] = ()
    vocabularies: tuple[VocabularyDecl, ...] = ()
    settings: tuple[SettingDecl, ...] = ()
    chapters: tuple[ChapterDecl, ...] = ()
    verdict: tuple[VerdictLine, ...] = ()
    entries: tuple[EntryDecl, ...] = ()
    rules: tuple[Rule, ...] = ()
    amendments: tuple[RuleAmendment, ...] = field(default=())


PositionKind = Literal["rule", "entry"]
