"""The filter of the HTML page in a real browser (where Chromium is installed)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from plancheck.judgement.results import Report
from plancheck.report.html import render_html

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PROBE = """
const form = document.getElementById("controls"), found = [];
function ask(values) {
  form.reset();
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  form.dispatchEvent(new Event("input"));
  const parts = [...document.querySelectorAll(".part")].filter((part) => !part.hidden).map((part) => part.id);
  found.push([document.getElementById("shown").textContent, parts, !document.getElementById("nothing").hidden]);
}
ask({});
ask({outcome: "fail"});
ask({obligation: "veto"});
ask({outcome: "review", kind: "auto"});
ask({chapter: "c4"});
ask({text: "余热利用 投资额"});
ask({text: "没有这样的字"});
document.getElementById("clear").click();
found.push([document.getElementById("shown").textContent]);
document.body.innerHTML = "<pre></pre>";
document.querySelector("pre").textContent = "FOUND" + JSON.stringify(found) + "END";
"""
ALL = ["s-fail", "s-review", "s-advice", "s-not-applicable", "s-pass"]


@pytest.mark.long
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_filter(report: Report, tmp_path: Path) -> None:
    source = re.sub(r"<meta http-equiv[^>]*>", "", render_html(report))  # the probe is not in the page's policy
    page = tmp_path / "report.html"
    page.write_text(source.replace("</body>", f"<script>{PROBE}</script></body>"), encoding="utf-8")
    command = [CHROMIUM or "", *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    match = re.search("FOUND(.*)END", done.stdout)
    assert match is not None
    assert json.loads(match[1]) == [
        ["显示 297 / 297 条", ALL, False],
        ["显示 25 / 297 条", ["s-fail"], False],
        ["显示 2 / 297 条", ["s-fail"], False],
        ["显示 1 / 297 条", ["s-review"], False],
        ["显示 15 / 297 条", ["s-fail", "s-pass"], False],
        ["显示 1 / 297 条", ["s-fail"], False],
        ["显示 0 / 297 条", [], True],
        ["显示 297 / 297 条"],
    ]
