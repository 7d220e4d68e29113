"""`plancheck packs list|show|lint|test|coverage|diff`: what rule packs there are, and whether they are sound."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from plancheck.commands.main import ChineseParser

_OUTCOME = {"pass": "符合", "fail": "不符合", "review": "待人工判断", "not-applicable": "不适用"}
_EXPECTED = {"accepts": "正例（应判符合）", "rejects": "反例（应判不符合或提出疑点）"}


def run(args: Sequence[str]) -> int:
    """The exit code: 0 sound, 1 examples or coverage not as they should be, 4 broken pack."""
    parser = ChineseParser(prog="plancheck packs", description="规则包：列出、查看、检查、试例子、看覆盖、比较")
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show|lint|test|coverage|diff")
    actions.add_parser("list", help="列出随程序提供的规则包")
    for name, about in (
        ("show", "查看一个规则包的设置、分值和规则"),
        ("lint", "静态检查规则文件"),
        ("test", "逐条试跑例子，并列出没有被证明的规则"),
        ("coverage", "逐条列出要求登记表与规则的对应"),
    ):
        sub = actions.add_parser(name, help=about)
        sub.add_argument(
            "pack", nargs="?" if name == "lint" else None, metavar="规则包", help="规则包编号、文件夹或 .rules 文件"
        )
        if name == "coverage":
            sub.add_argument(
                "--source",
                type=Path,
                metavar="原文",
                help="原文（UTF-8 文本）：逐段列出由它而来的要求，以及没有登记的文字",
            )
        if name == "test":
            sub.add_argument(
                "--only", action="append", default=[], metavar="规则", help="只试这条（可写多次；可写编号开头）"
            )
            sub.add_argument("-v", "--verbose", action="store_true", help="列出每个例子的结论和依据")
    diff = actions.add_parser("diff", help="比较两个规则包（两个版本，或一个规则包和它的扩展）")
    diff.add_argument("pack", metavar="原来的规则包", help="规则包编号、文件夹或 .rules 文件")
    diff.add_argument("other", metavar="现在的规则包", help="规则包编号、文件夹或 .rules 文件")
    diff.add_argument("--format", choices=("text", "json"), default="text", help="输出文字还是 JSON（默认文字）")
    options = parser.parse_args(list(args))
    if options.action in ("coverage", "diff"):
        from plancheck.commands.pack_reports import show_coverage, show_diff

        return (show_coverage if options.action == "coverage" else show_diff)(options)
    return {"list": _list, "show": _show, "lint": _lint, "test": _test}[options.action](options)


def _list(options: argparse.Namespace) -> int:
    from plancheck.packs.load import installed_packs, load_pack

    for name in installed_packs():
        pack = load_pack(name)
        asked = sum(1 for r in pack.own_rules() if r.ask is not None)
        print(f"{pack.id}\t{pack.title}\t{len(pack.own)} 条规则（程序判定 {len(pack.own) - asked}，专家判断 {asked}）")
    return 0


def _show(options: argparse.Namespace) -> int:
    from plancheck.language import syntax as s
    from plancheck.packs.load import load_pack

    pack = load_pack(options.pack)
    years = f"，针对{pack.period[0]}—{pack.period[1]}年" if pack.period is not None else ""
    plans = f"\n方案题名里有：{'、'.join(f'“{words}”' for words in pack.titled)}{years}" if pack.titled else ""
    print(f"{pack.title}（{pack.id}）\n发布：{pack.issuer or '—'}{plans}\n\n设置（--set 名称=值 可改）：")
    for setting in pack.settings.values():
        value = setting.value
        shown = value.text if isinstance(value, s.Number) else f"“{value.value}”" if isinstance(value, s.Text) else ""
        shown = f"{value.first}..{value.last}" if isinstance(value, s.Range) else shown
        print(f"  {setting.name} = {shown}　{setting.about}")
    print("\n规则：")
    for title, points in pack.chapters.items():
        print(f"■ {title}（{float(points):g} 分）")
        for rule in pack.rules:
            if rule.chapter == title:
                word = {"shall": "应", "should": "宜", "may": "可"}[rule.obligation]
                print(f"  {rule.id}\t{word}\t{'专家' if rule.ask is not None else '程序'}\t{rule.title}")
    return 0


def _lint(options: argparse.Namespace) -> int:
    from plancheck.commands.problems import show_diagnostics
    from plancheck.packs.load import installed_packs, read_pack

    code = 0
    for name in [options.pack] if options.pack else installed_packs():
        loaded = read_pack(name, use_cache=False)
        show_diagnostics(loaded.diagnostics)
        if loaded.pack is None:
            code = 4
            print(f"{name}：有 {sum(d.severity == 'error' for d in loaded.diagnostics)} 处错误")
        else:
            print(f"{name}：{len(loaded.pack.own)} 条规则，没有错误")
    return code


def _test(options: argparse.Namespace) -> int:
    from plancheck.checking.examples import read_examples, read_mutations, try_example, unflipped, unproved
    from plancheck.commands.problems import show_diagnostics
    from plancheck.packs.load import load_pack

    pack = load_pack(options.pack)
    examples, mistakes = read_examples(pack)
    show_diagnostics(mistakes)
    wanted = [i if "/" in i else f"{pack.id}/{i}" for i in options.only]
    chosen = [e for e in examples if not wanted or any(e.rule == w or e.rule.startswith(w + ".") for w in wanted)]
    bad = 0
    for example in chosen:
        tried = try_example(example, pack)
        if not tried.ok:
            bad += 1
        if not tried.ok or options.verbose:
            mark = "符合" if tried.ok else "不符"
            judged = tried.judged
            print(
                f"{mark} {example.rule} {_EXPECTED.get(example.expect) or '应判' + _OUTCOME[example.expect]}，判为{_OUTCOME[judged.outcome.value]}"
            )
            for line in (*judged.messages, *judged.missing):
                print(f"    {line}")
            for piece in judged.evidence[:4]:
                print(f"    依据：{piece.excerpt}")
    lacking = [i for i in unproved(pack.own_rules(), examples) if not wanted or i in wanted]
    if lacking:
        print(f"没有正反两种例子的规则（{len(lacking)} 条）：{'、'.join(lacking)}")
    changes = read_mutations(pack)
    if changes and not wanted:
        still = unflipped(pack.own_rules(), changes)
        print(
            f"对样例方案作 {len(changes)} 处改动后结论从不改变的规则（只计程序判定的，{len(still)} 条）：{'、'.join(still) or '无'}"
        )
    print(f"{len(chosen)} 个例子，{len(chosen) - bad} 个符合，{bad} 个不符")
    return 1 if bad or lacking or mistakes else 0
