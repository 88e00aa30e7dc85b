"""The reasons for which the policy leaves a vehicle out, and no others."""

import pytest

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.exempting import Exemptions
from tests.ledgers.fleet import EXEMPTIONS


@pytest.mark.parametrize("written", ["emergency", "应急车辆", "应急", " 应急 "])
def test_a_reason_is_known_by_id_name_and_synonym(written: str) -> None:
    assert Exemptions(EXEMPTIONS).id(written) == "emergency"


def test_no_reason_may_be_said_in_a_word() -> None:
    assert Exemptions(EXEMPTIONS).id("无") == ""


@pytest.mark.parametrize(("listed", "allowed"), [(EXEMPTIONS, "应急车辆"), ((), "—")])
def test_another_reason_is_refused_with_the_list(listed: tuple[object, ...], allowed: str) -> None:
    with pytest.raises(BadCell) as refused:
        Exemptions(listed).id("个人喜好")

    assert (refused.value.code, refused.value.values) == ("unknown-exemption", {"allowed": allowed})
