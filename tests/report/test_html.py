"""The HTML page: complete, self-contained, safe against hostile plans, with every result at its anchor."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import time
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from plancheck.core.location import Evidence, Location
from plancheck.judgement.results import Coverage, Report, Result
from plancheck.report.html import render_html

from .hostile import poisoned
from .report_sample import paragraph


class Page(HTMLParser):
    """What a browser would see: tags with attributes, and the texts."""

    VOID = frozenset({"meta", "br", "input", "rect"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs)), f"an attribute of {tag} stands twice"
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.text.append(data)


def readable(source: str) -> str:
    """The page without style and script, which are files of their own."""
    source = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", source, flags=re.S)
    return re.sub(r"sha256-[^']+", "sha256-…", source)


def test_small_report_in_chinese(small: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.html", readable(render_html(small)))


def test_small_report_in_english(small: Report, golden: Callable[[str, str], None]) -> None:
    golden("report_en.html", readable(render_html(small, lang="en")))


def test_every_result_has_one_anchor(report: Report) -> None:
    page = Page(render_html(report))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {r.rule for r in report.results} <= set(ids)
    assert page.open == []
    links = [a["href"] for tag, a in page.tags if tag == "a"]
    assert all(link and link[0] == "#" and link[1:] in ids for link in links)


def test_filter_knows_every_result(report: Report) -> None:
    items = [a for _, a in Page(render_html(report)).tags if "item" in (a.get("class") or "").split()]
    assert sum(int(a["data-rules"] or 0) for a in items) == len(report.results)
    by_outcome = {o: sum(int(a["data-rules"] or 0) for a in items if a["data-outcome"] == o)
                  for o in ("pass", "fail", "review", "not-applicable", "advice")}  # fmt: skip
    assert by_outcome == {"pass": 180, "fail": 25, "review": 80, "not-applicable": 6, "advice": 6}


def test_loads_nothing_from_elsewhere(report: Report) -> None:
    source = render_html(report)
    for tag, attrs in Page(source).tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        assert not {"src", "action", "srcset", "style"} & set(attrs)
    assert "http://" not in source
    assert "https://" not in source
    assert "@import" not in source
    assert "default-src 'none'" in source


def test_policy_allows_exactly_our_style_and_script(report: Report) -> None:
    source = render_html(report)
    for tag in ("style", "script"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in source


@pytest.mark.parametrize(
    "poison",
    ["\"><img src=x onerror=alert(1)>", "'><script>alert(1)</script>", "</title></style></script><svg onload=x>",
     "&lt;b&gt;&#x1b;", "{{7*7}}${x}{0}%s", "--><!-- ]]>"],
)  # fmt: skip
def test_hostile_texts_stay_texts(small: Report, poison: str) -> None:
    page = Page(render_html(poisoned(small, poison)))
    clean = Page(render_html(small))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in clean.tags} | {"details", "summary"}
    assert {name for _, a in page.tags for name in a} == {name for _, a in clean.tags for name in a}
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert page.open == []
    text = "".join(page.text)
    assert text.count(poison) > 100
    assert any(a.get("id") == "lcip-2014/3.4.k" + poison for _, a in page.tags)


def test_control_characters_are_made_visible(small: Report) -> None:
    source = render_html(poisoned(small, "\x1b[2J\x9b\u202e\x00\ud800"))
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", source) is None
    assert "␛[2J�␀�" in source
    source.encode()


def with_evidence(report: Report, *evidence: Evidence) -> Report:
    def change(result: Result) -> Result:
        return replace(result, evidence=evidence) if result.rule == "lcip-2014/3.4.k" else result

    return replace(report, results=tuple(map(change, report.results)))


def test_long_excerpt_is_folded_and_complete(small: Report) -> None:
    long = "".join(f"第{n}句。" for n in range(20_000))
    began = time.process_time()
    page = Page(render_html(with_evidence(small, paragraph(9, long))))
    assert time.process_time() - began < 1
    text = "".join(page.text)
    assert long[400:] in text
    assert long[:400] + f"…（另有 {len(long) - 400} 字）" in text


def test_many_places_are_folded_and_complete(small: Report) -> None:
    text = "".join(Page(render_html(with_evidence(small, *(paragraph(n, f"工程{n}") for n in range(1, 101))))).text)
    assert "还有 94 处" in text
    assert "第100段工程100" in text


def test_many_messages_are_folded_and_complete(small: Report) -> None:
    messages = tuple(f"工程{n}没有写明投资额。" for n in range(1, 31))
    results = tuple(replace(r, messages=messages) if r.rule == "lcip-2014/3.4.k" else r for r in small.results)
    text = "".join(Page(render_html(replace(small, results=results))).text)
    assert "还有 22 项问题" in text
    assert all(message in text for message in messages)


def test_value_read_is_marked_in_the_excerpt(small: Report) -> None:
    location = Location(paragraph=3)
    source = render_html(with_evidence(small, Evidence(location, "总投资<32亿元>", "32亿元")))
    assert "总投资&lt;<mark>32亿元</mark>&gt;" in source
    source = render_html(with_evidence(small, Evidence(location, "合计 | 320000", "32亿元")))
    assert "（读作 32亿元）" in source
    assert "<mark>32亿元" not in source


def test_headings_go_down_one_level_at_a_time(report: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Page(render_html(report)).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_language_is_declared(report: Report) -> None:
    assert '<html lang="zh-CN">' in render_html(report)
    english = render_html(report, lang="en")
    assert '<html lang="en">' in english
    assert '<li lang="zh-CN">工程“余热利用”没有写明投资额。</li>' in english


def test_controls_wait_for_the_script(report: Report) -> None:
    (form,) = (a for tag, a in Page(render_html(report)).tags if tag == "form")
    assert "hidden" in form
    hidden = [a for _, a in Page(render_html(report)).tags if "hidden" in a]
    assert [a["id"] for a in hidden] == ["controls", "nothing"]


def test_nothing_judged(report: Report) -> None:
    empty = replace(report, results=(), chapters=(), reasons=(), notes=(), overrides=(), data=None,
                    coverage=Coverage(0, 0, 0, 0, 0, 0, 0))  # fmt: skip
    text = "".join(Page(render_html(empty)).text)
    assert "没有发现不符合的条款。" in text
    assert "没有读不懂的内容。" in text


def test_same_report_same_page(report: Report) -> None:
    assert render_html(report) == render_html(report)


def test_fast_enough(report: Report) -> None:
    render_html(report)
    began = time.process_time()
    render_html(report)
    assert time.process_time() - began < 0.3
