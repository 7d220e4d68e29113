"""Which pack a command takes where the user names none: told from the plan, said aloud, and asked where it is not clear."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from plancheck.core.diagnostic import Diagnostic, Place, UserError

if TYPE_CHECKING:
    from plancheck.checking.propose import Fit
    from plancheck.document.model import Document


def pack_for(document: Document) -> tuple[str, str]:
    """The pack that a plan was made for and why, as a sentence that is also shown on standard error.

    Raises UserError (exit code 2) with all packs and what speaks for and against each where none fits or several do.
    """
    from plancheck.checking.propose import propose
    from plancheck.packs.heads import installed_heads

    found = propose(document, installed_heads())
    if found.chosen is None:
        raise UserError(2, (_question(found.title, found.fits),))
    head = found.chosen.head
    said = f"没有写 --pack，按规则包 {head.id}《{head.title}》检查：{found.chosen.reason}。"
    print(f"{said}要用别的规则包，请写 --pack 编号。", file=sys.stderr)
    return head.id, said


def _question(title: str, fits: Sequence[Fit]) -> Diagnostic:
    named = [fit for fit in fits if fit.words]
    possible = [fit for fit in named if fit.in_period is not False]
    if not title:
        message = "没有写 --pack，也没有认出方案的题名，不知道该按哪个规则包检查"
    elif len(possible) > 1:
        message = f"没有写 --pack，而方案《{title}》与 {len(possible)} 个规则包都对得上，请您选定"
    elif named:
        message = f"没有写 --pack，方案《{title}》的题名对得上规则包，期限却对不上，请您选定"
    else:
        message = f"没有写 --pack，从方案的题名《{title}》看不出该按哪个规则包检查"
    shown = possible if len(possible) > 1 else fits
    packs = "".join(f"\n    {fit.head.id}《{fit.head.title}》：{fit.reason}" for fit in shown)
    first = shown[0].head.id if shown else "规则包编号"
    return Diagnostic("pack", f"{message}{packs}", Place(""), f"加上 --pack 和编号再运行一次，如 --pack {first}")


def pack_of_rule(name: str) -> str:
    """The pack that a rule's id names, or the only shipped one that has a rule of this number.

    Raises UserError (exit code 2) where none has it or several have.
    """
    from plancheck.packs.load import installed_packs, read_pack

    names = installed_packs()
    prefix, slash, _ = name.partition("/")
    if slash and prefix in names:
        return prefix
    loaded = [pack for pack in (read_pack(pack_id).pack for pack_id in names) if pack is not None]
    having = [pack.id for pack in loaded if pack.rule(f"{pack.id}/{name}") is not None]
    if len(having) == 1:
        return having[0]
    if having:
        choices = "、".join(f"{pack}/{name}" for pack in having)
        message = f"有 {len(having)} 个规则包都有“{name}”这一条"
        raise UserError(2, (Diagnostic("rule", message, Place(""), f"写全编号：{choices}"),))
    help_ = f"规则包有 {'、'.join(names)}；运行 plancheck packs show 规则包 查看它的全部规则"
    raise UserError(2, (Diagnostic("rule", f"没有规则“{name}”", Place(""), help_),))
