"""The keys of the data file and what they may be called: the one table behind YAML, JSON and XLSX.

Those of the declared parts (`facts.data_parts`) are added to it.

`KEYS[model][key]` lists the other names of a key, the first one its Chinese title (the template's header). A dotted
key reaches into a part, so that one column (基准年) can fill `base.year`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from plancheck.facts.data_parts import Field, Linked, linked_parts, listed_parts, records, top_fields

Names = Mapping[str, tuple[str, ...]]

_NOTE: Names = {"note": ("备注", "说明", "remark", "remarks")}
_TARGET: Names = {
    "indicator": ("指标", "指标名称", "目标指标"),
    "level": ("级别", "层级", "指标级别", "指标层级"),
    "group": ("所属二级指标", "所属指标", "二级指标", "上级指标", "分组"),
    "base": ("基准", "基准情况", "现状"),
    "base.year": ("基准年", "基准年份", "基期", "base_year"),
    "base.value": ("基准值", "基准年值", "基期值", "现状值", "base_value"),
    "target": ("目标", "目标情况"),
    "target.year": ("目标年", "目标年份", "target_year"),
    "target.value": ("目标值", "目标年值", "target_value"),
    "unit": ("单位", "计量单位"),
    "reduction": ("下降率", "降低率", "下降幅度", "累计下降率", "下降"),
    "increase": ("提高率", "上升率", "增长率", "提高幅度", "累计提高", "提高"),
    "per": ("变化期间", "变化方式", "年均或累计"),
    "definition": ("指标定义", "定义", "指标解释", "计算方法"),
    "source": ("数据来源", "来源", "目标来源", "依据"),
    "tasks": ("对应任务", "支撑任务", "任务"),
    **_NOTE,
}

_WRITTEN: Mapping[str, Names] = {
    "DataFile": {
        "park": ("园区", "园区信息", "园区概况"),
        "plan_date": (
            "编制日期",
            "方案日期",
            "方案编制日期",
            "申报日期",
            "编制时间",
            "提交日期",
            "报送日期",
            "submission_date",
        ),
        "construction_period": ("建设期", "试点期", "创建期", "建设期限", "试点期限", "实施期", "pilot_period"),
        "total_investment": ("总投资", "总投资额", "投资总额", "投资合计"),
        "region_targets": ("所在地区目标", "地区目标", "所在地区指标", "所在地目标"),
        "series": ("序列", "指标序列", "历年数据", "年度数据", "数据序列"),
        "energy": ("能源", "能源消费", "能源消费量", "分品种能源消费"),
        "emissions": ("排放", "碳排放", "二氧化碳排放", "排放量", "碳排放量"),
        "products": ("产品", "主要产品", "产品产量"),
        "targets": ("指标目标", "目标", "低碳目标", "目标指标"),
        "tasks": ("任务", "重点任务", "主要任务"),
        "projects": ("工程", "重点工程", "工程项目", "项目", "重点项目", "支撑工程"),
        "funding": ("资金来源", "资金筹措", "资金"),
        "figures": ("图件", "附图", "图"),
        "empty": ("声明为无", "无此项"),
        **_NOTE,
    },
    "Park": {
        "name": ("名称", "园区名称"),
        "level": ("级别", "园区级别"),
        "status": ("建设状态", "园区状态", "创建状态", "建设阶段"),
        "kind": ("园区类型", "类型", "园区类别"),
        "region": ("区域", "所在地区", "所在地", "所在区域", "地区"),
        "area": ("面积", "园区面积", "规划面积", "占地面积"),
        "applicant": ("申报单位", "申请单位", "填报单位"),
        "industries": ("主导产业", "主要产业", "主导行业"),
        "approved_on": ("批准时间", "设立时间", "批复时间"),
        "approved_by": ("批准机关", "批复机关", "批准单位"),
        **_NOTE,
    },
    "RegionTarget": {
        "indicator": ("指标", "指标名称"),
        "reduction": ("下降率", "降低率", "下降幅度", "累计下降率", "下降"),
        "increase": ("提高率", "上升率", "增长率", "提高幅度"),
        "base_year": ("基准年", "基准年份", "基期"),
        "target_year": ("目标年", "目标年份"),
        "region": ("地区", "区域", "所在地区"),
        "source": ("来源", "依据", "文件依据", "数据来源"),
        **_NOTE,
    },
    "Series": {
        "indicator": ("指标", "指标名称"),
        "unit": ("单位", "计量单位"),
        "dimension": ("维度", "分解维度", "划分"),
        "member": ("成员", "分项", "行业", "类别"),
        "scope": ("口径", "范围", "统计口径"),
        "forecast": ("预测", "是否预测", "预测值"),
        "scenario": ("情景", "情景名称"),
        "source": ("数据来源", "来源"),
        "values": ("数值", "数据", "年度值", "历年数值"),
        **_NOTE,
    },
    "Energy": {
        "fuel": ("品种", "能源品种", "燃料", "能源种类"),
        "unit": ("单位", "计量单位"),
        "factor": ("因子", "系数"),
        "factor.tce": ("折标系数", "折标准煤系数", "折标煤系数", "因子标准煤"),
        "factor.tco2": ("排放因子", "碳排放因子", "二氧化碳排放因子", "因子二氧化碳"),
        "scope": ("口径", "范围", "统计口径"),
        "forecast": ("预测", "是否预测", "预测值"),
        "scenario": ("情景", "情景名称"),
        "source": ("数据来源", "来源"),
        "values": ("数值", "数据", "年度值", "历年数值", "消费量"),
        **_NOTE,
    },
    "Factor": {
        "tce": ("折标系数", "标准煤", "吨标准煤", "折标准煤系数"),
        "tco2": ("排放因子", "二氧化碳", "吨二氧化碳", "碳排放因子", "co2"),
    },
    "Emission": {
        "source": ("来源", "排放来源", "排放源"),
        "unit": ("单位", "计量单位"),
        "scope": ("口径", "范围", "统计口径"),
        "forecast": ("预测", "是否预测", "预测值"),
        "scenario": ("情景", "情景名称"),
        "values": ("数值", "数据", "年度值", "历年数值", "排放量"),
        **_NOTE,
    },
    "Product": {
        "name": ("产品", "产品名称", "名称"),
        "industry": ("行业", "所属行业"),
        "indicator": ("指标", "指标名称"),
        "unit": ("单位", "计量单位"),
        "source": ("数据来源", "来源"),
        "values": ("数值", "数据", "年度值", "历年数值", "产量"),
        **_NOTE,
    },
    "TargetRow": _TARGET,
    "Level": {"year": ("年", "年份"), "value": ("值", "数值")},
    "TaskRow": {
        "id": ("编号", "任务编号", "代号"),
        "name": ("名称", "任务名称", "任务"),
        "field": ("领域", "任务领域", "所属领域", "类别"),
        "content": ("内容", "主要内容", "任务内容"),
        "schedule": ("进度", "进度安排", "时间安排", "完成时间"),
        "effect": ("预期效果", "效果", "成效"),
        "indicators": ("对应指标", "支撑指标", "指标"),
        "contribution": ("贡献", "贡献率", "贡献度", "目标贡献"),
        "priority": ("优先级", "优先次序"),
        "owner": ("责任单位", "牵头单位", "实施主体"),
        **_NOTE,
    },
    "ProjectRow": {
        "id": ("编号", "项目编号"),
        "name": ("项目名称", "名称", "工程名称"),
        "type": ("项目类型", "类型", "工程类型", "项目类别"),
        "owner": ("实施主体", "实施单位", "建设单位", "项目单位"),
        "content": ("主要内容", "建设内容", "主要建设内容", "内容"),
        "start": ("开始", "开始时间", "开工时间", "起始时间"),
        "end": ("结束", "结束时间", "完工时间", "完成时间", "竣工时间"),
        "period": ("起止时间", "项目起止时间", "建设期", "建设起止时间", "起止年限", "建设周期"),
        "steps": ("实施计划", "进度安排", "实施进度", "实施步骤"),
        "investment": ("投资额", "投资", "总投资", "项目投资"),
        "funding": ("投资方式", "资金来源", "资金筹措方式"),
        "effect": ("预期效果", "效果", "预期效益"),
        "saving": ("节能量", "年节能量"),
        "reduction": ("减排量", "碳减排量", "二氧化碳减排量", "年减排量"),
        "task": ("对应任务", "所属任务", "支撑任务", "任务"),
        **_NOTE,
    },
    "Funding": {
        "source": ("来源", "资金来源"),
        "amount": ("金额", "数额", "资金额"),
        "share": ("占比", "比例", "比重"),
        **_NOTE,
    },
    "FigureRow": {
        "name": ("名称", "图名", "图件名称"),
        "file": ("文件", "文件名"),
        "kind": ("类型", "种类"),
        **_NOTE,
    },
}


def _declared(fields: Iterable[Field]) -> Names:
    """The keys of declared fields; a nested part's keys too, with both titles joined (能耗限额 + 标准), for columns."""
    found: dict[str, tuple[str, ...]] = {}
    for field in fields:
        found[field.key] = field.names
        if field.kind == "part" and field.part is not None:
            for inner in field.part.fields:
                if inner.kind not in ("part", "parts", "amounts") and inner.key != "note":
                    found[f"{field.key}.{inner.key}"] = tuple(field.title + name for name in inner.names)
    return found


def _all_keys() -> Mapping[str, Names]:
    """The written table with the declared parts; a list inside a single part is a key of the file too (a sheet)."""
    inner = {p.key: p.field.names for p in listed_parts().values() if "." in p.key and p.field.kind == "parts"}
    written = dict(_WRITTEN["DataFile"])
    last = {key: written.pop(key) for key in ("empty", "note")}
    file = {**written, **_declared(top_fields()), **inner, **last}
    declared = {part.model: _declared(part.fields) for part in records().values()}
    return {**_WRITTEN, **declared, **dict(map(_linked, linked_parts().values())), "DataFile": file}


def _linked(linked: Linked) -> tuple[str, Names]:
    """The columns of a sheet whose rows belong to entries of another: `of` names the entry."""
    above = linked.parent.field.title
    named = {"of": (above, f"{above}名称", f"{above}编号", f"所属{above}")}
    return linked.model, {**named, **_declared(linked.field.part.fields if linked.field.part is not None else ())}


KEYS: Mapping[str, Names] = _all_keys()


def fold(text: str) -> str:
    """A key or name for comparison: compatibility forms united, lower case, no blanks, stars, colons or underscores."""
    text = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in text if not c.isspace() and c not in "*:_-·")


@cache
def lookup(model: str) -> Mapping[str, str]:
    """Folded name → key for a model of `KEYS`; the key's own name counts. A name given twice belongs to the first."""
    found: dict[str, str] = {}
    for key in KEYS[model]:
        found[fold(key)] = key
    for key, names in KEYS[model].items():
        for name in names:
            found.setdefault(fold(name), key)
    return found


def title(model: str, key: str) -> str:
    """The Chinese title of a key, the key itself where it has none."""
    names = KEYS[model].get(key, ())
    return names[0] if names else key
