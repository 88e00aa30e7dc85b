"""Which checks open a follow-up (责令维修), and what makes one vehicle of two records.

Air Law art. 60: a vehicle over the limits is repaired and used only after it passes. So every failed
check opens a follow-up, whatever the free text of the column 处理 says; 复检期限 gives its day.
"""

from fuelcheck.rules.retests import FollowUp
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.words import Verdict


def ordered(fact: CheckFact, verdict: Verdict) -> FollowUp | None:
    """The follow-up that a check opens by our verdict on it; None for one that did not fail, or is void."""
    if fact.void or verdict is not Verdict.FAIL:
        return None
    return FollowUp(fact.record_no, fact.checked_on, fact.retest_by)


def same_vehicle(one: CheckFact, other: CheckFact) -> bool:
    """Whether two checks were of one vehicle: by VIN where both have one, else by plate and its colour."""
    if one.vin and other.vin:
        return one.vin == other.vin
    colours = {one.plate_colour, other.plate_colour} - {None}
    return one.plate == other.plate and len(colours) < 2
