"""The numbers of the invented 四川岷阳高新技术产业园区: energy, emissions, trend, indicators and projects of plan defects.

They hang together; what is misprinted is planted in `defects` (see defects.notes.yaml).
"""

from __future__ import annotations

from decimal import Decimal

from corpus.builder.figures import exact, rounded, total
from corpus.sources.sichuan_nzc_2022.compliant_numbers import Energy, Indicator, Project, summed

YEARS = (2019, 2020, 2021)
FUTURE = (2022, 2023, 2024, 2025)
COAL = Energy("原煤", "万吨", "吨", "0.7143", "1.90", ("1.20", "1.10", "1.00"), 10000)
GAS = Energy("天然气", "万立方米", "万立方米", "12.143", "21.62", ("6200", "6500", "6900"))
DIESEL = Energy("柴油", "吨", "吨", "1.4571", "3.10", ("1800", "1850", "1900"))
POWER = Energy("外购电力", "万千瓦时", "万千瓦时", "1.229", "1.031", ("96000", "101500", "108000"))
ENERGY = (COAL, GAS, DIESEL, POWER)
VALUE_ADDED = ("82.3", "88.5", "97.2")
ECONOMY: tuple[tuple[str, str, tuple[str, str, str]], ...] = (
    ("工业总产值", "亿元", ("318.4", "342.6", "381.0")),
    ("工业增加值", "亿元", VALUE_ADDED),
    ("税收", "亿元", ("9.1", "9.6", "10.8")),
)
CONSUMED = summed(ENERGY, "coal_equivalent")
EMITTED = summed(ENERGY, "emissions")
BURNT = summed(ENERGY[:3], "emissions")
CARBON_INTENSITY = [rounded(e / exact(v), 3) for e, v in zip(EMITTED, VALUE_ADDED, strict=True)]
ENERGY_INTENSITY = [rounded(e / exact(v), 3) for e, v in zip(CONSUMED, VALUE_ADDED, strict=True)]
TREND = [rounded(EMITTED[2] * Decimal("1.04") ** n, 2) for n in range(1, 5)]
OUTPUT = [rounded(exact(VALUE_ADDED[2]) * Decimal("1.08") ** n, 2) for n in range(1, 5)]

PROJECTS = (
    Project("铝加工企业熔炼炉电气化改造", "12台燃气熔炼炉改为电磁感应熔炼，配套变压器4台", "2022年9月设计，2023年3月开工，2024年10月投运", "岷阳铝业股份有限公司", (2022, 9), (2024, 10), 31000, 14600),
    Project("厂房屋顶光伏发电", "利用厂房屋顶41万平方米，装机40兆瓦", "2022年8月备案，2022年11月开工，2024年6月并网", "岷阳新能源投资有限公司", (2022, 8), (2024, 6), 22000, 16800),
    Project("退火炉烟气余热回收", "6条退火生产线加装换热器，产汽供涂装车间", "2023年1月可研，2023年5月开工，2024年4月投运", "川岷铝材有限公司", (2023, 1), (2024, 4), 9500, 3900),
    Project("集中供热管网和燃煤锅炉替代", "由岷阳热电厂供汽，敷设管网7.8公里，拆除燃煤锅炉5台", "2022年10月开工，2024年3月通汽，2024年6月拆除锅炉", "岷阳热力有限公司", (2022, 10), (2024, 6), 19600, 8700),
    Project("绿色电力交易服务", "组织18家企业签订水电年度合约，年交易电量5亿千瓦时", "2022年12月启动，2023年签约，2025年达到5亿千瓦时", "四川岷阳售电有限公司", (2022, 12), (2025, 12), 51500, 600),
    Project("物流车辆电动化和充电设施", "更换电动重卡60辆，建设充电桩180个", "2023年2月开工，2023年投放30辆，2024年投放30辆", "岷阳通达物流有限公司", (2023, 2), (2024, 12), 6400, 4200),
    Project("能碳监测平台", "接入86家企业，含碳台账、预警和报表模块", "2022年9月招标，2023年8月上线", "岷阳高新区管委会", (2022, 9), (2023, 8), 0, 1900),
    Project("园区湿地和防护林", "沿岷江修复湿地300亩，营造防护林1200亩", "2023年3月造林，2025年3月完成", "岷阳高新区管委会", (2023, 3), (2025, 3), 900, 1500),
)  # fmt: skip
SAVED = sum(p.co2 for p in PROJECTS)
INVESTED = sum(p.investment for p in PROJECTS)
SAVED_WAN = rounded(Decimal(SAVED) / 10000, 2)
TARGET = TREND[3] - SAVED_WAN
TARGET_INTENSITY = rounded(TARGET / OUTPUT[3], 3)
FUNDS = (("企业自筹", "2.10"), ("银行贷款", "1.36"), ("财政资金", "0.30"))
MISSING_FUNDS = rounded(Decimal(INVESTED) / 10000 - total([exact(v) for _, v in FUNDS]), 2)
assert MISSING_FUNDS > 1

INDICATORS = (
    Indicator("碳排放", "碳排放总量", "万吨二氧化碳", str(EMITTED[1]), str(TARGET)),
    Indicator("碳排放", "单位工业增加值二氧化碳排放", "吨二氧化碳/万元", str(CARBON_INTENSITY[1]), str(TARGET_INTENSITY)),
    Indicator("能源", "单位工业增加值能耗", "吨标准煤/万元", str(ENERGY_INTENSITY[1]), "0.205"),
    Indicator("能源", "能源产出率", "万元/吨标准煤", str(rounded(1 / ENERGY_INTENSITY[1], 2)), "4.88"),
    Indicator("能源", "清洁能源占比", "%", "38.5", "61.0"),
    Indicator("能源", "绿电占比", "%", "0", "40.0"),
    Indicator("产业", "亩均工业增加值", "万元/亩", "74.0", "96.0"),
    Indicator("循环", "工业固体废物综合利用率", "%", "88.0", "96.0"),
    Indicator("循环", "工业用水重复利用率", "%", "81.0", "91.0"),
    Indicator("建设", "新建建筑中绿色建筑比例", "%", "52.0", "100"),
    Indicator("管理", "碳排放在线监测企业覆盖率", "%", "9.0", "100"),
)  # fmt: skip
