"""The sheets that a judgement without a store reads: results, and the samples that they were found in.

Results stand an item a row (``LONG``) or a batch a row (``WIDE``, whose item columns each sheet decides
for itself). Of 抽样 only what a judgement must know is read (``SAMPLED``): form number and product make it
one, and a cell of the ledger that has no bearing on a verdict cannot refuse a file.
"""

import re
from dataclasses import replace

from fuelcheck.ledgers import terms
from fuelcheck.ledgers.cells import BadCell, Cell, plain
from fuelcheck.ledgers.columns import RESULTS, SAMPLES, Column
from fuelcheck.words import Conclusion

LABEL = ("product", "grade", "sampled_on", "standard", "site_kind", "conclusion")
"""What all that is said of a batch must agree on, and what of it a judgement cannot do without."""
NEEDED = ("product", "sampled_on")

_OF_ONE_LINE = ("item", "value", "unit")
_KNOWN = frozenset({"form_no", "status", *LABEL})
_IDENTIFYING = frozenset({"form_no", "product"})

_MET = re.compile("符合|合格|满足")
_NOT_MET = re.compile("不(?:符合|合格|满足)")
_NONE_FOUND = re.compile("(?:未发现|未检出|无|没有)不(?:符合|合格)")
_LEFT_OPEN = re.compile("[不未非无除外待仅]|部分|基本|是否")
"""What makes a sentence say more than pass or fail, once 不合格 and 未发现不合格 are taken out of it."""


def signed(cell: Cell) -> str:
    """The conclusion as a ledger writes it, or in the sentence of a report where that can mean one thing only.

    >>> signed("经抽样检验，所检项目符合 GB 19147-2016 要求"), signed("硫含量不符合标准要求，判定为不合格")
    ('pass', 'fail')
    """
    try:
        return terms.conclusion(cell)
    except BadCell:
        without_none = _NONE_FOUND.sub("", sentence := plain(cell))
        rest, failing = _NOT_MET.subn("", without_none)
        contradicts = failing and without_none != sentence
        if contradicts or _LEFT_OPEN.search(rest) or not _MET.search(sentence):
            raise
        return (Conclusion.FAIL if failing else Conclusion.PASS).value


CONCLUSION = replace(SAMPLES.column("conclusion"), parse=signed)
"""On a row that is a batch every header of the conclusion means that on the batch."""
_OVERALL = replace(CONCLUSION, headers=("综合判定", "综合结论", "总体结论", "检验结论（综合）"))
"""On a row that is an item 结论 and 判定 are about the item, and 检验结果 is its result."""


def _unread(cell: Cell) -> str:
    """Nothing, whatever the cell holds: the column is known and has no bearing here."""
    del cell
    return ""


def _as_label(column: Column) -> Column:
    if column.name == "conclusion":
        return CONCLUSION
    parse = column.parse if column.name in _KNOWN else _unread
    return replace(column, parse=parse, required=column.name in _IDENTIFYING)


LONG = replace(RESULTS, columns=(*RESULTS.columns, _OVERALL))

WIDE = replace(
    RESULTS,
    columns=(*(one for one in RESULTS.columns if one.name not in _OF_ONE_LINE), CONCLUSION),
    key=("form_no",),
    anchors=("form_no", *NEEDED),
)

SAMPLED = replace(SAMPLES, columns=tuple(map(_as_label, SAMPLES.columns)))


def label_column(name: str) -> Column:
    """The column of a part of the label, as it is written back."""
    return WIDE.column(name)
