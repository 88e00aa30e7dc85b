"""The unified social credit code with its check digit."""

import pytest

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.credit import uscc


@pytest.mark.parametrize(
    "written", ["91110000600037341L", " 91110000 600037341l ", "９１１１００００６０００３７３４１Ｌ"]
)
def test_a_code_whose_check_digit_fits_is_kept_in_one_form(written: str) -> None:
    assert uscc(written) == "91110000600037341L"


@pytest.mark.parametrize("written", ["91110000600037342L", "410329000001234", "x", "9111000060003734IL"])
def test_another_one_is_refused(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        uscc(written)
    assert refused.value.code == "bad-uscc"


def test_a_code_that_excel_made_a_number_of_has_lost_its_end() -> None:
    with pytest.raises(BadCell) as refused:
        uscc(914103290001234567.0)
    assert refused.value.code == "number-too-long"
