"""The numbers of the invented 四川沱源经济开发区: energy, emissions, trend, indicators and projects of plan compliant.

Energy in 万吨标准煤, emissions in 万吨二氧化碳, money in 亿元 or 万元. What is printed is what later numbers use.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus.builder.figures import exact, rounded, shares, total

YEARS = (2019, 2020, 2021)
FUTURE = (2022, 2023, 2024, 2025)
TRIPLE = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Energy:
    """A kind of energy: unit, factors in tce and tCO2 per `per` and its amounts; `scale` turns the unit into `per`."""

    name: str
    unit: str
    per: str
    tce: str
    co2: str
    amounts: TRIPLE
    scale: int = 1

    def _times(self, factor: str) -> list[Decimal]:
        return [rounded(exact(a) * self.scale * exact(factor) / 10000, 2) for a in self.amounts]

    @property
    def coal_equivalent(self) -> list[Decimal]:
        """万吨标准煤 by year."""
        return self._times(self.tce)

    @property
    def emissions(self) -> list[Decimal]:
        """万吨二氧化碳 by year."""
        return self._times(self.co2)


COAL = Energy("原煤", "万吨", "吨", "0.7143", "1.90", ("2.60", "2.35", "2.10"), 10000)
GAS = Energy("天然气", "万立方米", "万立方米", "12.143", "21.62", ("9800", "10200", "11050"))
DIESEL = Energy("柴油", "吨", "吨", "1.4571", "3.10", ("2900", "2850", "3000"))
POWER = Energy("外购电力", "万千瓦时", "万千瓦时", "1.229", "1.031", ("71500", "74200", "80300"))
SOLAR = Energy("光伏发电", "万千瓦时", "万千瓦时", "1.229", "0", ("980", "1060", "1150"))
ENERGY = (COAL, GAS, DIESEL, POWER, SOLAR)
EMITTING = ENERGY[:4]

VALUE_ADDED = ("58.6", "62.4", "68.7")
ECONOMY: tuple[tuple[str, str, TRIPLE], ...] = (
    ("工业总产值", "亿元", ("232.6", "248.1", "276.3")),
    ("工业增加值", "亿元", VALUE_ADDED),
    ("营业收入", "亿元", ("226.4", "241.9", "268.8")),
    ("税收", "亿元", ("7.2", "7.6", "8.5")),
    ("规模以上工业企业", "家", ("55", "58", "61")),
)
OUTPUT_GROWTH, EMISSION_GROWTH = Decimal("1.085"), Decimal("1.048")


def summed(kinds: tuple[Energy, ...], what: str) -> list[Decimal]:
    """The yearly sum over kinds of energy of `coal_equivalent` or `emissions`."""
    return [total([getattr(k, what)[i] for k in kinds]) for i in range(3)]


CONSUMED = summed(ENERGY, "coal_equivalent")
EMITTED = summed(EMITTING, "emissions")
BURNT = summed(EMITTING[:3], "emissions")
CARBON_INTENSITY = [rounded(e / exact(v), 3) for e, v in zip(EMITTED, VALUE_ADDED, strict=True)]
ENERGY_INTENSITY = [rounded(e / exact(v), 3) for e, v in zip(CONSUMED, VALUE_ADDED, strict=True)]
TREND = [rounded(EMITTED[2] * EMISSION_GROWTH**n, 2) for n in range(1, 5)]
OUTPUT = [rounded(exact(VALUE_ADDED[2]) * OUTPUT_GROWTH**n, 2) for n in range(1, 5)]
CLEAN_SHARE = rounded((GAS.coal_equivalent[1] + SOLAR.coal_equivalent[1]) * 100 / CONSUMED[1], 1)
SOLAR_SHARE = rounded(SOLAR.coal_equivalent[1] * 100 / CONSUMED[1], 1)

EMITTERS = {  # 万吨二氧化碳 in 2021; the last one takes the rest
    "沱源玻璃股份有限公司": exact("18.24"),
    "川沱食品有限公司": exact("5.36"),
    "沱东热力有限公司": exact("3.99"),
    "汇沱电子材料有限公司": exact("3.08"),
}


def emitters() -> list[tuple[str, Decimal, Decimal]]:
    """The main emitters of 2021 with amount and share, then all others."""
    parts = {**EMITTERS, "其他企业和公共设施": EMITTED[2] - total(list(EMITTERS.values()))}
    return [(n, a, s) for (n, a), s in zip(parts.items(), shares(list(parts.values())), strict=True)]


@dataclass(frozen=True, slots=True)
class Project:
    """A row of the project table; money in 万元, `co2` in 吨/年 (0: none of its own)."""

    name: str
    content: str
    plan: str
    owner: str
    start: tuple[int, int]
    end: tuple[int, int]
    co2: int
    investment: int

    @property
    def period(self) -> str:
        """2022年6月—2024年10月."""
        return f"{self.start[0]}年{self.start[1]}月—{self.end[0]}年{self.end[1]}月"

    @property
    def reduction(self) -> str:
        """The cell of the expected reduction."""
        return str(self.co2) if self.co2 else "支撑类项目，不直接减排"


PROJECTS = (
    Project("沱玻公司窑炉全氧燃烧与电助熔改造项目", "改造日熔化量600吨的玻璃窑炉2座，配套制氧装置和电助熔系统", "2022年6月完成备案，2022年10月一号窑开工，2023年9月一号窑投运，2024年10月二号窑投运", "沱源玻璃股份有限公司", (2022, 6), (2024, 10), 46000, 26000),
    Project("沱玻公司窑炉余热发电项目", "新建余热锅炉2台、9兆瓦汽轮发电机组1套", "2022年11月完成可研，2023年3月开工，2024年9月投运", "沱源玻璃股份有限公司", (2022, 11), (2024, 9), 6700, 9800),
    Project("标准厂房和企业屋顶光伏项目", "利用屋顶58万平方米，装机58兆瓦，配套储能10兆瓦时", "2022年8月一期20兆瓦开工，2023年二期20兆瓦并网，2024年12月全部并网", "沱源能投新能源有限公司", (2022, 8), (2024, 12), 6000, 23200),
    Project("水电直供与绿电交易服务项目", "建设增量配电网接入工程和绿电交易服务中心，年组织水电等绿色电力72000万千瓦时", "2022年9月启动，2023年交易电量达到3亿千瓦时，2025年达到7.2亿千瓦时", "沱源经开区配售电有限公司", (2022, 9), (2025, 10), 74200, 1600),
    Project("沱东热力燃煤锅炉改生物质集中供热项目", "拆除20吨/小时燃煤锅炉3台，新建30吨/小时生物质锅炉2台，改造热网6.5公里", "2022年7月立项，2022年12月开工，2023年11月供热，2024年3月拆除燃煤锅炉", "沱东热力有限公司", (2022, 7), (2024, 3), 39900, 8800),
    Project("食品企业高温热泵替代燃气锅炉项目", "在11家食品企业安装高温热泵和机械蒸汽再压缩装置，总供热能力62吨/小时", "2023年1月完成诊断和设计，2023年6月首批4家开工，2025年6月全部投运", "川沱食品有限公司等11家企业（由沱源节能服务有限公司统一实施）", (2023, 1), (2025, 6), 48000, 7600),
    Project("电动重卡和换电站项目", "投放电动重卡120辆，建设换电站3座、充电桩260个", "2022年10月首座换电站开工，2023年投放60辆，2024年投放60辆", "沱源捷运物流有限公司", (2022, 10), (2024, 12), 5400, 6400),
    Project("零碳示范楼和绿色厂房项目", "把管委会办公楼改造成零碳建筑1.2万平方米，新建二星级绿色厂房18万平方米", "2023年3月开工，2024年6月示范楼投用，2025年6月厂房竣工", "沱源经开区投资发展有限公司", (2023, 3), (2025, 6), 1900, 5200),
    Project("沱河湿地碳汇林项目", "沿沱河营造乡土树种碳汇林3200亩，修复湿地600亩", "2022年11月首批造林，2023年和2024年各造林1100亩，2025年3月完成", "沱源经济技术开发区管理委员会", (2022, 11), (2025, 3), 3100, 1800),
    Project("绿氢掺烧示范项目", "建设2100标准立方米/小时电解水制氢装置，向玻璃窑炉掺烧绿氢", "2023年9月备案，2024年3月开工，2025年8月投运", "沱源绿氢科技有限公司", (2023, 9), (2025, 8), 12000, 8500),
    Project("再生水和固废综合利用项目", "污水处理厂增设日处理2万吨深度处理设施，建设玻璃废渣和污泥利用生产线各1条", "2022年12月开工，2023年12月再生水供水，2024年8月固废线投产", "沱源海清环境有限公司", (2022, 12), (2024, 8), 2600, 4600),
    Project("园区能碳管理平台项目", "接入61家规模以上企业和8栋公共建筑，建设碳台账、核算、预警和碳普惠模块", "2022年7月招标，2023年6月一期上线，2024年6月二期验收", "沱源经济技术开发区管理委员会", (2022, 7), (2024, 6), 0, 2200),
    Project("产品碳足迹与碳标签服务中心项目", "建立玻璃、电子材料、食品三类产品碳足迹数据库，为30种产品出具碳标签", "2023年2月挂牌，2023年完成8种产品，2025年累计完成30种产品", "沱源经开区科技服务有限公司", (2023, 2), (2025, 9), 0, 900),
)  # fmt: skip
SAVED = sum(p.co2 for p in PROJECTS)
INVESTED = sum(p.investment for p in PROJECTS)
SAVED_WAN = rounded(Decimal(SAVED) / 10000, 2)
TARGET = TREND[3] - SAVED_WAN
TARGET_INTENSITY = rounded(TARGET / OUTPUT[3], 3)
FUNDS = (("企业自筹", "5.20"), ("银行绿色贷款", "4.10"), ("财政资金", "0.86"), ("合同能源管理服务公司投入", "0.50"))
assert total([exact(v) for _, v in FUNDS]) == Decimal(INVESTED) / 10000


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the indicator table."""

    group: str
    name: str
    unit: str
    base: str
    target: str


INDICATORS = (
    Indicator("碳排放", "碳排放总量", "万吨二氧化碳", str(EMITTED[1]), str(TARGET)),
    Indicator("碳排放", "单位工业增加值二氧化碳排放", "吨二氧化碳/万元", str(CARBON_INTENSITY[1]), str(TARGET_INTENSITY)),
    Indicator("能源", "单位工业增加值能耗", "吨标准煤/万元", str(ENERGY_INTENSITY[1]), "0.310"),
    Indicator("能源", "能源产出率", "万元/吨标准煤", str(rounded(1 / ENERGY_INTENSITY[1], 2)), "3.23"),
    Indicator("能源", "可再生能源占比", "%", str(SOLAR_SHARE), "46.0"),
    Indicator("能源", "煤炭消费量", "万吨", COAL.amounts[1], "0"),
    Indicator("能源", "清洁能源占比", "%", str(CLEAN_SHARE), "98.0"),
    Indicator("产业", "亩均工业增加值", "万元/亩", "61.2", "88.0"),
    Indicator("产业", "绿色低碳产业产值占比", "%", "21.0", "38.0"),
    Indicator("产业", "清洁生产审核实施率", "%", "36.0", "100"),
    Indicator("循环", "工业固体废物综合利用率", "%", "82.0", "95.0"),
    Indicator("循环", "工业用水重复利用率", "%", "78.0", "90.0"),
    Indicator("循环", "再生水回用率", "%", "8.0", "35.0"),
    Indicator("建设", "新建建筑中绿色建筑比例", "%", "40.0", "100"),
    Indicator("建设", "新能源货运车辆占比", "%", "2.0", "40.0"),
    Indicator("管理", "能耗和碳排放在线监测企业覆盖率", "%", "18.0", "100"),
    Indicator("管理", "园区能碳管理平台", "—", "未建", "建成"),
    Indicator("创新指标", "绿氢掺烧比例", "%", "0", "5.0"),
    Indicator("创新指标", "零碳工厂数量", "家", "0", "4"),
)  # fmt: skip
