"""The words that tell having from not having, as data: what they are, and what only looks like them."""

from __future__ import annotations

from typing import Literal

CueKind = Literal["not", "open", "if", "plain"]

# Not had, not done, not planned. Each governs what follows it in its clause.
_NOT = """
没有 没能 没 尚没 还没 尚未 还未 仍未 从未 并未 均未 暂未 未能 未曾 未 尚不 暂无 尚无 仍无 并无 均无 毫无 全无 无任何 无法 无需 无须 无
缺乏 缺少 缺失 欠缺 匮乏 空缺 缺位 空白 缺
不涉及 不再 不开展 不建设 不新建 不建立 不建 不设立 不设置 不设 不实施 不编制 不安排 不考虑 不包括 不包含 不含 不具备 不纳入 不列入
不需要 不需 不必 不存在 不采用 不使用 不计划 不打算 不准备 不拟 不进行 不能开展 不能建立 不能实施 不能提供 不能实现 不能完成 不属于 不是 并非 没打算
取消 撤销 放弃 暂缓 停止实施 停止建设 停止开展 停止推进 停止执行 停止运行 暂停实施 暂停建设 暂停开展 暂停推进 暂停运行
终止实施 终止建设 终止开展 终止推进 已停止 已暂停 已终止
有待建 有待设立 有待组建 有待成立 有待制定 有待编制 有待出台 有待开展 有待形成 有待引进 有待启动 有待填补 有待进一步建立
尚待建 尚待设立 尚待组建 尚待成立 尚待制定 尚待编制 尚待出台 尚待开展 尚待形成 尚待启动 尚待填补
亟待建 亟待设立 亟待组建 亟待成立 亟待制定 亟待编制 亟待出台 亟待开展 亟待形成 亟待启动 亟待填补
待建立 待建设 待建 待设立 待组建 待成立 待制定 待出台 待开展
"""

# Left open: examined, possible, a need only. Each governs what follows it in its clause.
_OPEN = """
是否 能否 可否 会否 拟研究 探讨 可能会 可能将 有可能 可能建 可能开展 可能引进 或将 或许 也许 正在考虑 拟考虑 考虑建 考虑设立 考虑引 考虑开展 考虑采用 考虑实施
设想 视情 视条件 视资金 视实际情况 酌情 必要时 如有必要 如确有必要 亟需 急需 有意向 初步设想 有望
"""

# A condition: what follows in its clause is open, and what the sentence makes depend on it too.
_IF = """
如果 如若 如能 如需 如遇 如条件 如资金 如获 若 假如 假设 假使 倘若 倘 要是 一旦 万一 只要 除非
条件成熟 条件具备 条件允许 条件许可 时机成熟 待条件 待时机 待资金 待政策 待审批 待批复 待批准 待论证 待国家批 待上级批
"""

# Words that hold a cue's characters but negate nothing, or negate a negation.
_PLAIN = """
未来 未雨绸缪 未尽 未经 未然 未必 未知 前所未有 从未有过 方兴未艾 未利用 未处理 未成年 未央 未名 未结 防患于未然 史无前例
无锡 无为 无害 无组织 无公害 无人 无线 无缝 无机 无偿 无形 无限 无论 无疑 无烟 无铅 无尘 无废 无纸 无轨 无氟 无毒 无障碍 无水 无菌 无纺 无油 无氧
无数 无比 无刷 无序 无污染 无压 无动力 无负压 无卤 无溶剂 无磷 无息 无车承运 无处不在 无微不至 无一例外 无不 无中生有 无极 无功 无磁 无砟 无梁 无醛 无汞
无甲醛 无氰 无铬 无碱 无界 无感 无忧 无私 无悔 无边 无间 无穷 无足轻重 无可 无固定 无期 无花果 无核 无损 无余 无人机 无内胎 无二次 无级 无接触 无介质
从无到有 有无 无非 无独有偶 无条件 无违 无重大 无事故 无投诉 无渗漏 无泄漏 无超标 无不良 无拖欠 无犯罪 无直排 无黑臭 无异味 无新增
不能没有 并非没有 不是没有 不可没有 不会没有 没有最好 不能缺少 不可缺少 不可或缺 不能缺 不可缺 必不可少 缺一不可 不得不 不能不 不可不 莫不 无一不
不是不 不含糊 不断 不仅 不只 不但 不设限 不涉及保密 填补空白 填补了空白 填补国内空白 填补省内空白 填补行业空白 填补 缺口 缺陷 查缺补漏 补缺 短缺 缺水 缺氧 缺电 紧缺 或缺 稀缺
沉没 淹没 埋没 没收 没落 没食子
若干 宛若 若羌 若尔盖 般若 倘佯 兰若 尽可能 充分考虑 综合考虑 统筹考虑 设想周到 要是点
接待建 招待建 期待建 等待建 优待建 对待建
"""


def _read(words: str, kind: CueKind) -> dict[str, CueKind]:
    return dict.fromkeys(words.split(), kind)


CUES: dict[str, CueKind] = {
    **_read(_NOT, "not"),
    **_read(_OPEN, "open"),
    **_read(_IF, "if"),
    **_read(_PLAIN, "plain"),
}
