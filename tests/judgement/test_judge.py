"""The outcome of a rule on small plans: both directions, and why."""

from __future__ import annotations

from pathlib import Path

from plancheck.core.outcome import Outcome
from tests.rulekit import outcome, outcomes, pack

PROJECTS = """一、重点工程
表1 工程表
| 项目名称 | 项目类型 | 投资额（万元） |
| 余热利用 | 节能改造 | 1200 |
| 屋顶光伏 | 可再生能源 | {} |
"""


def test_pass_shows_its_evidence(tmp_path: Path) -> None:
    found = outcome(tmp_path, 'require section(概况) is given otherwise "没有"', "一、园区概况\n园区位于城东。")
    assert found.outcome is Outcome.PASS
    assert found.evidence[0].excerpt == "一、园区概况"


def test_fail_says_so(tmp_path: Path) -> None:
    found = outcome(tmp_path, 'require section(概况) is given otherwise "没有概况一章"', "一、总则\n本方案适用于园区。")
    assert (found.outcome, found.messages) == (Outcome.FAIL, ("没有概况一章",))


def test_a_heading_that_only_resembles_is_for_a_person(tmp_path: Path) -> None:
    found = outcome(tmp_path, 'require section(工程章) is given otherwise "没有"', "一、项目库\n余热利用等项目。")
    assert found.outcome is Outcome.REVIEW
    assert found.missing == ("标题“一、项目库”与“重点工程”只是相近，请确认是否同一内容",)


def test_a_weak_word_is_for_a_person(tmp_path: Path) -> None:
    body = 'require mentions(专家组) is given otherwise "没有"'
    assert outcome(tmp_path, body, "一、保障措施\n聘请三名顾问。").outcome is Outcome.REVIEW
    assert outcome(tmp_path, body, "一、保障措施\n成立专家委员会。").outcome is Outcome.PASS
    assert outcome(tmp_path, body, "一、保障措施\n加强领导。").outcome is Outcome.FAIL


def test_a_negated_mention_is_not_having(tmp_path: Path) -> None:
    found = outcome(
        tmp_path, 'require mentions(专家组) is given otherwise "没有"', "一、保障措施\n目前尚未成立专家组。"
    )
    assert found.outcome is Outcome.FAIL
    assert "尚未成立专家组" in found.looked[0].excerpt


def test_a_collection_earns_the_share_that_passes(tmp_path: Path) -> None:
    body = 'for each p in projects\nrequire p.投资额 is given otherwise "“{p.name}”没有写明投资额"'
    found = outcome(tmp_path, body, PROJECTS.format("待定"))
    assert (found.outcome, found.items) == (Outcome.FAIL, (1, 1, 0, 2))
    assert (found.low, found.high) == (found.high, found.low)
    assert found.messages == ("“屋顶光伏”没有写明投资额",)
    assert any("待定" in e.excerpt for e in found.evidence)
    assert outcome(tmp_path, body, PROJECTS.format("800")).outcome is Outcome.PASS


def test_nothing_to_check_is_not_a_pass(tmp_path: Path) -> None:
    body = 'for each p in projects\nrequire p.投资额 is given otherwise "x"'
    assert outcome(tmp_path, body, "一、总则\n没有工程。").outcome is Outcome.NOT_APPLICABLE


def test_an_unreadable_cell_is_for_a_person(tmp_path: Path) -> None:
    body = 'for each p in projects\nrequire p.投资额 > 0 万元 otherwise "x"'
    found = outcome(tmp_path, body, PROJECTS.format("一千多（含税）左右八百"))
    assert found.outcome is Outcome.REVIEW
    assert found.missing


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    body = '''let 地区 = region_target(单位工业增加值能耗)
      require 20 % > 地区.change otherwise "低于地区"
      needs 地区 "数据文件没有给出所在地区的节能目标"'''
    found = outcome(tmp_path, body, "一、总则\n单位工业增加值能耗下降20%。")
    assert (found.outcome, found.missing) == (Outcome.REVIEW, ("数据文件没有给出所在地区的节能目标",))


DEPENDENT = """
rule test-pack/1 shall "有工程章" { clause 一
  require section(工程章) is given otherwise "没有工程章" }
rule test-pack/2 shall "写到平台" { clause 二
  depends on test-pack/1
  require mentions(平台) is given otherwise "没有平台" }
rule test-pack/3 shall "再往下" { clause 三
  depends on test-pack/2
  require mentions(专家组) is given otherwise "没有专家组" }
"""


def test_a_property_of_a_missing_thing_does_not_apply(tmp_path: Path) -> None:
    found = outcomes(pack(tmp_path, DEPENDENT), "一、总则\n略写几句。")
    assert [j.outcome for j in found.values()] == [Outcome.FAIL, Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE]
    assert found["3"].depends_on == "test-pack/1"
    assert found["3"].counts  # leaving the thing out must not raise the score


def test_the_dependent_rule_speaks_once_the_thing_is_there(tmp_path: Path) -> None:
    found = outcomes(pack(tmp_path, DEPENDENT), "一、重点工程\n建设公共服务平台。")
    assert [j.outcome for j in found.values()] == [Outcome.PASS, Outcome.PASS, Outcome.FAIL]


def test_a_may_rule_never_fails_by_absence(tmp_path: Path) -> None:
    found = outcome(
        tmp_path, 'require mentions(专家组) is given otherwise "没有写专家组"', "一、总则\n正文。", obligation="may"
    )
    assert (found.outcome, found.counts) == (Outcome.NOT_APPLICABLE, False)


ASK = '''ask "专家组怎样开展指导？"
  show mentions(专家组)
  require mentions(专家组, stating: pieces) is given otherwise "没有写明人数"
  nothing "全文没有提到专家组"'''


def test_a_question_gathers_evidence_and_doubts(tmp_path: Path) -> None:
    clear = outcome(tmp_path, ASK, "一、保障措施\n成立由9人组成的专家组。")
    assert (clear.outcome, clear.doubts, clear.found) == (Outcome.REVIEW, (), True)
    assert clear.question == "专家组怎样开展指导？"
    doubtful = outcome(tmp_path, ASK, "一、保障措施\n成立专家组。")
    assert doubtful.doubts == ("没有写明人数",)
    empty = outcome(tmp_path, ASK, "一、保障措施\n加强领导。")
    assert (empty.outcome, empty.found) == (Outcome.REVIEW, False)
    assert empty.messages[0] == "全文没有提到专家组"


def test_a_question_on_a_may_rule_with_nothing_to_show_does_not_apply(tmp_path: Path) -> None:
    found = outcome(tmp_path, ASK, "一、保障措施\n加强领导。", obligation="may")
    assert found.outcome is Outcome.NOT_APPLICABLE


def test_order_of_sections(tmp_path: Path) -> None:
    body = 'require ordered(概况, 工程章, 保障章) otherwise "次序不对"'
    right = "一、园区概况\n甲。\n二、重点工程\n乙。\n三、保障措施\n丙。"
    wrong = "一、园区概况\n甲。\n二、保障措施\n丙。\n三、重点工程\n乙。"
    assert outcome(tmp_path, body, right).outcome is Outcome.PASS
    assert outcome(tmp_path, body, wrong).outcome is Outcome.FAIL


def test_a_heading_with_a_placeholder_below_has_no_substance(tmp_path: Path) -> None:
    body = 'let 章 = section(工程章)\nrequire 章 is given and 章.substance > 0 otherwise "没有内容"'
    assert outcome(tmp_path, body, "一、重点工程\n待补充").outcome is Outcome.FAIL
    assert outcome(tmp_path, body, "一、重点工程\n建设余热利用工程。").outcome is Outcome.PASS


SERIES = """一、园区概况
表1 经济指标
| 指标 | 单位 | 2010年 | 2011年 | 2012年 |
| 工业增加值 | 亿元 | 80 | {} | 100 |
| 能源消费总量 | 万吨标准煤 | 96 | 104 | 110 |
| 单位工业增加值能耗 | 吨标准煤/万元 | 1.2 | 1.15 | {} |
"""


def test_a_series_lacks_a_year(tmp_path: Path) -> None:
    body = 'for each y in 三年\nrequire value(工业增加值, y) is given otherwise "缺{y}年"'
    assert outcome(tmp_path, body, SERIES.format("90", "1.1")).outcome is Outcome.PASS
    found = outcome(tmp_path, body, SERIES.format("——", "1.1"))
    assert (found.outcome, found.messages) == (Outcome.FAIL, ("缺2011年",))


def test_an_intensity_is_recomputed_with_units(tmp_path: Path) -> None:
    body = '''let 算得 = value(能源消费总量, 2012) / value(工业增加值, 2012)
      require value(单位工业增加值能耗, 2012) = 算得 within 1 % otherwise "应为 {算得}"'''
    assert outcome(tmp_path, body, SERIES.format("90", "1.10")).outcome is Outcome.PASS
    found = outcome(tmp_path, body, SERIES.format("90", "0.95"))
    assert (found.outcome, found.messages) == (Outcome.FAIL, ("应为 1.1吨标准煤/万元",))
    assert len(found.evidence) >= 3  # all three numbers are shown


def test_a_name_of_the_vocabulary_stands_for_itself_beside_a_variable_of_that_name(tmp_path: Path) -> None:
    body = (
        'let 平台 = mentions(平台)\nrequire 平台 is given and mentions(平台, stating: pieces) is given otherwise "没有"'
    )
    assert outcome(tmp_path, body, "一、保障措施\n建设3个公共服务平台。").outcome is Outcome.PASS
    assert outcome(tmp_path, body, "一、保障措施\n建设公共服务平台。").outcome is Outcome.FAIL
