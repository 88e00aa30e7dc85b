"""The steps of the feature about identifiers: a text, and what is said of it."""

from datetime import date

from pytest_bdd import then, when

from fuelcheck.rules.identifiers import identify
from fuelcheck.rules.identifiers.identification import Identification
from fuelcheck.rules.identifiers.plates import Plate
from fuelcheck.rules.identifiers.vins import Vin
from fuelcheck.words import PlateColour
from tests.steps.sentences import sentence

CODES = {
    "位数不对": {"plate-length", "vin-length"},
    "没有这样的省份简称": {"plate-province"},
    "没有这样的发牌机关代号": {"plate-authority"},
    "不是新能源号牌的写法": {"plate-new-energy-form"},
    "不是这种号牌的写法": {"plate-kind-form"},
    "序号中没有这个字母": {"plate-letter"},
    "校验位应为9": {"vin-check-digit"},
    "代号中没有这个字母": {"vin-letter"},
    "信用代码校验位应为L": {"uscc-check-digit"},
    "信用代码位数不对": {"uscc-length"},
    "信用代码中没有这个字母": {"uscc-letter"},
    "三种都不像": {"identifier-unknown"},
}
COLOURS = {colour.zh: colour for colour in PlateColour}
PROOFS = {
    "证明是纯电动汽车": (True, True),
    "证明是非纯电动的新能源汽车": (True, False),
    "不能证明能源": (None, None),
}


@when(sentence("识别“{text:Text}”"), target_fixture="identified")
def identified(text: str) -> Identification:
    return identify(text)


@then(sentence("它是有效的“{kind:Text}”，统一写作“{normalised:Text}”"))
def is_valid(identified: Identification, kind: str, normalised: str) -> None:
    assert (identified.kind.zh, identified.valid, identified.normalised) == (kind, True, normalised)


@then(sentence("它是无效的“{kind:Text}”，因为“{why:Text}”"))
def is_invalid(identified: Identification, kind: str, why: str) -> None:
    assert (identified.kind.zh, identified.valid) == (kind, False)
    assert set(identified.codes) <= CODES[why]


@then(sentence("它是{validity}的“{kind:Text}”，原因为“{why:Text}”"))
def is_valid_or_not(identified: Identification, validity: str, kind: str, why: str) -> None:
    assert (identified.kind.zh, identified.valid) == (kind, {"有效": True, "无效": False}[validity])
    assert set(identified.codes) <= CODES.get(why, set())
    _, demanded, expected = why.partition("校验位应为")
    assert not demanded or identified.faults[0].values["expected"] == expected


@then(sentence("统一写作“{normalised:Text}”，可能应为“{proposed:Text}”"))
def is_proposed(identified: Identification, normalised: str, proposed: str) -> None:
    assert (identified.normalised, identified.proposed) == (normalised, proposed)


@then(sentence('号牌种类可能为"{kinds:Names}"'))
def can_be(identified: Plate, kinds: list[str]) -> None:
    assert [kind.zh for kind in identified.kinds] == kinds


@then(sentence('号牌颜色为“{colour:Text}”的，号牌种类可能为"{kinds:Names}"'))
def can_be_in_colour(identified: Plate, colour: str, kinds: list[str]) -> None:
    assert [kind.zh for kind in identified.kinds_in(COLOURS[colour])] == kinds


@then(sentence("号牌{proof}"))
def proves(identified: Plate, proof: str) -> None:
    assert (identified.new_energy, identified.battery_electric) == PROOFS[proof]


@then(sentence("年份可能为{years}，车辆在{day:Day}已有的，年份为{year:d}"))
def is_of_year(identified: Vin, years: str, day: date, year: int) -> None:
    assert identified.years == tuple(int(text) for text in years.split("、"))
    assert identified.year_by(day) == year
