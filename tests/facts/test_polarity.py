"""Having, not having and leaving open are told apart, in both directions. The mention stands in 〔〕."""

from __future__ import annotations

import time

import pytest

from plancheck.facts.flat import Flat
from plancheck.facts.polarity import Polarities, polarity

AFFIRMED = """
园区建立了〔能源管理中心〕
园区拟建立〔能源管理中心〕
2015年将建成〔能源管理中心〕
计划建设〔能源管理中心〕，尚未选址
不断完善〔能源管理中心〕
无锡〔能源管理中心〕
未来三年建设〔能源管理中心〕
〔光伏〕装机不低于10兆瓦
不少于3项〔余热利用〕工程
提高〔非化石能源〕比重
固体废物〔无害化〕处置
完善无组织排放〔监测〕
若干〔能源管理中心〕
若发生事故，立即启动〔应急预案〕
如企业未完成目标，实行〔问责〕
对未完成目标的企业实行〔问责〕
对未达标企业应开展〔清洁生产审核〕
解决缺乏资金的问题，设立〔专项资金〕
解决缺乏统计体系的问题建立〔碳管理体系〕
不能没有〔能源管理中心〕
没有规矩不成方圆，建立〔管理制度〕
〔能源管理中心〕尚未建立统计制度
〔能源管理中心〕已建成而余热利用尚未开展
依托〔能源管理中心〕的碳核算尚未开展
〔余热利用〕不仅节能
填补〔碳管理〕空白
不但建设光伏，而且推进〔余热利用〕
〔统计体系〕不健全
尽可能推广〔余热利用〕
充分考虑〔余热利用〕
完成〔余热利用〕可行性研究报告
尚未建立统计制度。建设〔能源管理中心〕
尚未建立统计制度，今年建设〔能源管理中心〕
〔余热利用〕|企业自筹|无
必须取得〔能评批复〕，否则不得开工
缺口由〔专项资金〕补足
从无到有建立〔统计制度〕
研究建立〔碳交易制度〕
适时引入〔碳交易〕
等待期内建成〔能源管理中心〕
〔能源管理中心〕的建设无需新增用地
〔光伏电站〕|2015年|500|企业自筹|尚未建设
〔统计平台〕建设未达到预期
按照总体设想建设〔能源管理中心〕
完善尚不健全的〔统计体系〕
只要企业申报，即给予〔专项补贴〕
若需调整指标，须经〔联席会议〕同意
重点主要是〔余热利用〕
建设无酸除鳞〔生产线〕
钢带无酸除鳞与〔节能改造〕项目
大力推广无盐〔染色〕
全自动无梭织机〔节能改造〕
无水氟化氢〔余热利用〕项目
未漂浆〔余热利用〕项目
非晶合金变压器〔节能改造〕
不锈钢〔余热利用〕
零碳〔节能改造〕
"""

NEGATED = """
园区尚未建立〔能源管理中心〕
〔能源管理中心〕尚未建立
〔能源管理中心〕的建设工作尚未启动
〔能源管理中心〕、碳核算体系均未建立
目前没有〔能源管理中心〕
既没有统计制度，也没有〔能源管理中心〕
园区无〔余热利用〕项目
未设立〔专项资金〕
缺乏〔低碳专业人才〕
〔低碳专业人才〕缺乏
〔碳管理〕仍属空白
取消〔能源管理中心〕建设
不涉及〔余热利用〕
〔能源管理中心〕|尚未建立
〔余热利用〕：无
〔能源管理中心〕（尚未建设）
企业均未开展〔清洁生产审核〕
尚未应用〔余热利用〕技术
本园区不开展〔碳交易〕
暂缓实施〔碳捕集〕
〔碳核算体系〕有待建立
尚待建立〔碳核算体系〕
〔统计制度〕暂无
对未完成〔目标任务〕的企业实行问责
没有建立统计、监测和〔考核制度〕
〔碳资产管理〕仍处于空白状态
无一家企业开展〔清洁生产审核〕
尚不具备建设〔能源管理中心〕的条件
无机构负责〔碳核算〕
无水处理和〔中水回用〕设施
目前无酸洗和〔电镀〕企业
园区无氨法〔脱硝〕装置
园区建设无统一〔统计体系〕
项目实施无专门〔管理机构〕
无油品和〔光伏〕消费
"""

HYPOTHETICAL = """
拟研究是否建立〔能源管理中心〕
研究是否需要〔能源管理中心〕
若条件允许，建设〔能源管理中心〕
若建设〔能源管理中心〕，可节能5%
如果获得国家支持，将建设〔碳捕集〕示范，并推广〔〕
条件成熟时建立〔碳交易平台〕
探讨建立〔碳交易〕的可能
探讨〔碳交易〕的可能性
开展〔碳捕集〕可行性研究
正在考虑〔碳捕集〕
亟需建立〔碳管理体系〕
视情况建设〔储能电站〕
〔碳捕集〕项目可行性有待论证
在条件允许的情况下建设〔储能电站〕
如资金到位，启动〔碳捕集〕示范
"""


def read(line: str) -> str:
    start = line.index("〔")
    end = line.index("〕") - 1
    return polarity(line.replace("〔", "").replace("〕", ""), start, end)


@pytest.mark.parametrize("line", AFFIRMED.strip().splitlines())
def test_affirmed(line: str) -> None:
    assert read(line) == "affirmed"


@pytest.mark.parametrize("line", NEGATED.strip().splitlines())
def test_negated(line: str) -> None:
    assert read(line) == "negated"


@pytest.mark.parametrize("line", HYPOTHETICAL.strip().splitlines())
def test_hypothetical(line: str) -> None:
    assert read(line) == "hypothetical"


@pytest.mark.parametrize("line", NEGATED.strip().splitlines())
def test_a_sentence_before_or_after_changes_nothing(line: str) -> None:
    assert read(f"园区建立了统计制度。{line}") == "negated"


@pytest.mark.parametrize("word", ["未", "若", "可行性", "无、", "尚未建立的企业", "没有，", "（", "是否"])
def test_long_text_of_cues_takes_linear_time(word: str) -> None:
    started = time.process_time()
    text = word * (40_000 // len(word)) + "能源管理中心"
    polarity(text, len(text) - 6, len(text))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "word", ["未能源管理中心", "若能源管理中心，", "无、能源管理中心|", "能源管理中心尚未建立的企业"]
)
def test_many_mentions_among_many_cues_take_linear_time(word: str) -> None:
    text = word * 5000
    flat = Flat([text])
    polarities = Polarities(flat)
    started = time.process_time()
    for at in range(5000):
        start = at * len(word) + word.index("能")
        polarities.of(start, start + 6, 0)
    assert time.process_time() - started < 3
