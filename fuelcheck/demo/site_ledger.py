"""The clerk's workbook of sites (站点台账) and of what changed with them (站点变更)."""

from collections.abc import Callable
from datetime import date
from itertools import groupby
from random import Random

from fuelcheck.demo import untidy
from fuelcheck.demo.county import County, Site
from fuelcheck.demo.paper import Heading, Row, Table
from fuelcheck.demo.untidy import Cell
from fuelcheck.rules.facts import ChangeFact
from fuelcheck.words import Change, Ownership, SiteKind

Write = Callable[[Random, Site], Cell]

_KINDS = {SiteKind.DEPOT: ("油库", "成品油库"), SiteKind.OWN_USE: ("企业自用点", "自用点")}

_COLUMNS: tuple[tuple[Heading, Write], ...] = (
    (Heading("站点编号", 9), lambda rng, s: s.fact.code),
    (Heading("企业名称", 34), lambda rng, s: untidy.name(rng, s.fact.name)),
    (Heading("曾用名", 20), lambda rng, s: "；".join(s.former_names) or None),
    (Heading("类别"), lambda rng, s: rng.choice(_KINDS.get(s.fact.kind, (s.fact.kind.zh,)))),
    (Heading("经济性质", 9), lambda rng, s: untidy.ownership(rng, s.fact.ownership)),
    (Heading("品牌", 9), lambda rng, s: s.brand or None),
    (Heading("所属乡镇", 9, spread=True), lambda rng, s: s.fact.township),
    (Heading("统一社会信用代码", 21), lambda rng, s: untidy.code(rng, s.uscc) or None),
    (Heading("成品油零售经营批准证书", 22), lambda rng, s: s.licence_no or None),
    (Heading("地址", 30), lambda rng, s: s.address),
    (Heading("经度", 10, group="地理位置"), lambda rng, s: s.longitude),
    (Heading("纬度", 10, group="地理位置"), lambda rng, s: s.latitude),
    (Heading("坐标系", 9, group="地理位置"), lambda rng, s: s.datum.zh if s.datum else None),
    (Heading("开业日期", 13, group="经营情况"), lambda rng, s: untidy.day(rng, s.fact.opened_on)),
    (Heading("停业日期", 13, group="经营情况"), lambda rng, s: untidy.day(rng, s.fact.closed_on)),
    (Heading("在售油品", 16, group="经营情况"), lambda rng, s: untidy.on_sale(rng, s.fact.products)),
    (Heading("油罐数（个）", 8, group="经营情况"), lambda rng, s: rng.randint(2, 6)),
    (Heading("信用风险等级", 8), lambda rng, s: s.risk_class.zh if s.risk_class else None),
)


def sites(rng: Random, county: County, clerk: str, until: date) -> Table:
    """The register by township, as it was known on ``until``."""
    rows = [Row(site.fact.township, tuple(write(rng, site) for _, write in _COLUMNS)) for site in county.known(until)]
    blocks = tuple(tuple(rows) for _, rows in groupby(rows, key=lambda row: row.key))
    return Table(
        title="伊川县成品油经营企业基本情况台账",
        headings=tuple(heading for heading, _ in _COLUMNS),
        blocks=blocks,
        unit="家",
        foot=(
            "注：1.经济性质按营业执照持有人的实际控制人填写；2.停业日期为不再售油的第一天。",
            f"填表人：{clerk}",
        ),
    )


_CHANGES = (
    Heading("企业名称", 34),
    Heading("站点编号", 9),
    Heading("变更日期", 13),
    Heading("变更事项", 10),
    Heading("变更后", 34),
    Heading("原因", 24),
)

_REASONS = {
    Change.CLOSED: "经营者申请",
    Change.REOPENED: "设备检修完毕",
    Change.NAME: "营业执照变更登记",
    Change.OWNERSHIP: "整体收购，营业执照已换发",
}


def changes(rng: Random, county: County, until: date) -> Table:
    """The dated changes recorded by ``until``."""
    rows = [Row(n, _change(rng, county, c)) for n, c in enumerate(county.changes) if c.effective_on <= until]
    return Table("成品油经营企业变更情况登记表", _CHANGES, (tuple(rows),), "项", blank_row=True)


def _change(rng: Random, county: County, change: ChangeFact) -> tuple[Cell, ...]:
    value = Ownership(change.value).zh if change.what is Change.OWNERSHIP else change.value
    return (
        county.fact(change.site).name,
        change.site,
        untidy.day(rng, change.effective_on),
        change.what.zh,
        value or None,
        _REASONS[change.what],
    )
