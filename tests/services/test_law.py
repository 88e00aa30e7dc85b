"""Registering standards and programmes, and confirming limits: each is an act, and what changes nothing is none."""

import hashlib

import pytest

import fuelcheck as fc
from fuelcheck.errors import EnvironmentProblem
from fuelcheck.law.load import UnknownProgramme, UnknownStandard, find_programme, find_standards, standard_files
from fuelcheck.library import (
    ReasonNeeded,
    audit_acts,
    audit_history,
    confirmed_limits,
    registered_programmes,
    registered_standards,
    verify_audit,
    withdraw_confirmation,
)
from fuelcheck.services.law import (
    ForeignProgramme,
    NoEvidence,
    NotConfirmed,
    OtherProgrammeText,
    OtherStandardText,
    Registering,
    StandardTwice,
)
from fuelcheck.store.rows import contents
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import Confidence
from tests.cast import CLERK, POLICY, REVIEWER

DIESEL = "GB 19147-2016 VI"
PROGRAMME = "yichuan-2025-example"
PAGE = "标准原文第4页表1"


@pytest.fixture
def edited(county):
    """Writes the shipped diesel standard with something replaced, under another name of the file."""

    def write(old="max = 845,", new="max = 843,", name="diesel.toml"):
        ((text, _),) = find_standards(DIESEL, None)
        assert old in text
        file = county.folder / name
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return str(file)

    return write


@pytest.fixture
def programme(county):
    """Writes the example programme with something replaced."""

    def write(old, new):
        text, _ = find_programme(PROGRAMME, None)
        assert old in text
        file = county.folder / "programme.toml"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return str(file)

    return write


def density(county, grade="0"):
    (diesel,) = [one for one in registered_standards(county.store) if one.name == DIESEL]
    return diesel.item("density_20c").limit(grade, None)


def confirm(county, **options):
    asked = {"standard": DIESEL, "item": "density_20c", "grade": "0", "evidence": PAGE, "by": CLERK, **options}
    return fc.confirm_limit(county.store, **asked)


def test_a_new_county_keeps_every_standard_and_no_programme(county):
    assert len(registered_standards(county.store)) == len(standard_files())
    assert registered_programmes(county.store) == ()


def test_a_new_county_keeps_the_office_s_own_text(database_url, tmp_path):
    ((text, path),) = find_standards(DIESEL, None)
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards" / path.name).write_text(text.replace("max = 845,", "max = 843,"), encoding="utf-8")
    with fc.open_store(database_url, create=True) as store:
        fc.init(store, policy=POLICY, by=REVIEWER, data=tmp_path)
        (diesel,) = [one for one in registered_standards(store) if one.name == DIESEL]

    assert str(diesel.item("density_20c").limit("0", None).high) == "843"


def test_the_same_standards_again_leave_no_act(county):
    became = fc.add_standards(county.store, by=REVIEWER)

    assert set(became.values()) == {Registering.SAME}
    assert len(audit_acts(county.store)) == 1


def test_a_store_without_standards_gets_those_that_are_named_or_all(county):
    with county.store.act("test", REVIEWER) as act:
        for row in contents(act.connection, "standard", act.division):
            act.remove("standard", row)
    assert registered_standards(county.store) == ()

    assert fc.add_standards(county.store, ["GB 17930-2016"], by=REVIEWER) == {
        "GB 17930-2016 VIA": Registering.NEW,
        "GB 17930-2016 VIB": Registering.NEW,
    }
    became = fc.add_standards(county.store, by=REVIEWER)
    assert [name for name, what in became.items() if what is Registering.SAME] == [
        "GB 17930-2016 VIA",
        "GB 17930-2016 VIB",
    ]
    assert len(registered_standards(county.store)) == len(standard_files())
    assert verify_audit(county.store) == []


def test_another_text_needs_update_and_a_reason_and_then_counts(county, edited):
    with pytest.raises(OtherStandardText, match=DIESEL):
        fc.add_standards(county.store, [edited()], by=REVIEWER)
    with pytest.raises(ReasonNeeded):
        fc.add_standards(county.store, [edited()], by=REVIEWER, update=True)
    assert str(density(county).high) == "845"

    became = fc.add_standards(county.store, [edited()], by=REVIEWER, update=True, reason="按修改单更正")

    assert became == {DIESEL: Registering.REPLACED}
    assert str(density(county).high) == "843"


def test_two_files_of_one_phase_are_refused_together(county, edited):
    files = [edited(), edited(new="max = 844,", name="again.toml")]

    with pytest.raises(StandardTwice, match=DIESEL):
        fc.add_standards(county.store, files, by=REVIEWER, update=True, reason="更正")
    assert len(audit_acts(county.store)) == 1


def test_an_unknown_or_broken_file_registers_nothing(county, edited):
    with pytest.raises(UnknownStandard):
        fc.add_standards(county.store, ["GB 252-2015"], by=REVIEWER)
    with pytest.raises(FileRefused):
        fc.add_standards(county.store, [edited(new="max = x,")], by=REVIEWER)
    assert len(audit_acts(county.store)) == 1


def test_a_programme_is_registered_once(county):
    first = fc.add_programme(county.store, PROGRAMME, by=REVIEWER)
    again = fc.add_programme(county.store, PROGRAMME, by=REVIEWER)

    assert (first[1], again[1]) == (Registering.NEW, Registering.SAME)
    assert registered_programmes(county.store) == (first[0],)
    assert [act.kind for act in audit_acts(county.store)] == ["init", "programme"]


def test_another_text_of_a_programme_needs_update_and_a_reason(county, programme):
    fc.add_programme(county.store, PROGRAMME, by=REVIEWER)
    other = programme("contract_days = 20", "contract_days = 25")

    with pytest.raises(OtherProgrammeText, match=PROGRAMME):
        fc.add_programme(county.store, other, by=REVIEWER)
    fc.add_programme(county.store, other, by=REVIEWER, update=True, reason="合同变更")
    assert [one.contract_days for one in registered_programmes(county.store)] == [25]


def test_a_programme_of_another_division_is_refused(county, programme):
    with pytest.raises(ForeignProgramme, match="410328"):
        fc.add_programme(county.store, programme("410329", "410328"), by=REVIEWER)
    with pytest.raises(UnknownProgramme, match=PROGRAMME):
        fc.add_programme(county.store, "yichuan-1999", by=REVIEWER)


def test_a_confirmed_limit_has_no_mark_and_the_record_says_why(county):
    paper = county.folder / "paper.pdf"
    paper.write_bytes(b"GB 19147")
    assert density(county).confidence is Confidence.MEMORY

    (settled,) = confirm(county, evidence_file=paper)
    (record,) = confirmed_limits(county.store)

    assert settled.changed
    assert density(county).confidence is Confidence.OFFICIAL
    assert density(county, "-20").confidence is Confidence.MEMORY
    assert (record.who, record.evidence, record.moment) == (CLERK, PAGE, county.now)
    assert record.evidence_sha256 == hashlib.sha256(b"GB 19147").hexdigest()
    assert record.standard_sha256 == settled.standard.sha256
    assert (record.confirmation.limit, record.confirmation.key.grades) == ("810 - 845", ("5", "0", "-10"))


def test_the_same_figure_and_evidence_again_leave_no_act(county):
    confirm(county)
    (settled,) = confirm(county, grade="-10", evidence=f" {PAGE} ", by=REVIEWER)

    assert not settled.changed
    assert len(audit_acts(county.store, kind="confirm")) == 1


def test_other_evidence_is_recorded_beside_the_first(county):
    confirm(county)
    confirm(county, evidence="官方网站公布的全文第4页", by=REVIEWER)
    (record,) = confirmed_limits(county.store)

    assert (record.who, record.evidence) == (REVIEWER, "官方网站公布的全文第4页")
    assert [(step.noun, step.kind, step.who) for step in audit_history(county.store, DIESEL)] == [
        ("standard", "registered", REVIEWER),
        ("confirmation", "confirmed", CLERK),
        ("confirmation", "confirmed", REVIEWER),
    ]


def test_all_limits_of_an_item_are_confirmed_in_one_act(county):
    settled = confirm(county, grade=None, every=True)

    assert [one.limit.grades for one in settled] == [("5", "0", "-10"), ("-20", "-35", "-50")]
    assert len(audit_acts(county.store, kind="confirm")) == 1
    assert density(county, "-20").confidence is Confidence.OFFICIAL


@pytest.mark.parametrize("evidence", ["", "  "])
def test_evidence_is_wanted(county, evidence):
    with pytest.raises(NoEvidence):
        confirm(county, evidence=evidence)


def test_an_evidence_file_must_be_readable(county):
    with pytest.raises(FileRefused, match="no such file"):
        confirm(county, evidence_file=county.folder / "none.pdf")
    with pytest.raises(EnvironmentProblem):
        confirm(county, evidence_file=county.folder)
    assert confirmed_limits(county.store) == ()


def test_a_confirmation_outlives_a_new_text_that_states_the_same_figure(county, edited):
    confirm(county)
    fc.add_standards(
        county.store, [edited("max = 10, confidence", "max = 9, confidence")], by=REVIEWER, update=True, reason="更正"
    )

    assert density(county).confidence is Confidence.OFFICIAL
    assert not confirm(county)[0].changed


def test_a_new_figure_brings_the_mark_back_until_it_is_compared(county, edited):
    confirm(county)
    fc.add_standards(county.store, [edited()], by=REVIEWER, update=True, reason="更正")
    assert density(county).confidence is Confidence.MEMORY

    assert confirm(county)[0].changed
    assert density(county).confidence is Confidence.OFFICIAL
    assert verify_audit(county.store) == []


def test_a_confirmation_is_taken_back_with_a_reason(county):
    confirm(county)
    before = county.now
    with pytest.raises(ReasonNeeded):
        withdraw_confirmation(county.store, DIESEL, "density_20c", grade="0", reason=" ", by=CLERK)
    withdraw_confirmation(county.store, DIESEL, "density_20c", grade="0", reason="看错了一行", by=CLERK)

    assert density(county).confidence is Confidence.MEMORY
    assert confirmed_limits(county.store) == ()
    assert [one.evidence for one in confirmed_limits(county.store, known_at=before)] == [PAGE]
    assert [act.reason for act in audit_acts(county.store, kind="withdraw")] == ["看错了一行"]


def test_only_what_was_confirmed_is_taken_back(county):
    with pytest.raises(NotConfirmed, match="density_20c"):
        withdraw_confirmation(county.store, DIESEL, "density_20c", grade="0", reason="看错", by=CLERK)
    confirm(county)

    (settled,) = withdraw_confirmation(county.store, DIESEL, "density_20c", every=True, reason="看错", by=CLERK)
    assert settled.limit.grades == ("5", "0", "-10")
    with pytest.raises(NotConfirmed):
        withdraw_confirmation(county.store, DIESEL, "density_20c", every=True, reason="看错", by=CLERK)


def test_who_confirmed_is_told_as_it_was_known(county):
    confirm(county)
    before = county.now
    confirm(county, evidence="官方网站公布的全文第4页", by=REVIEWER)

    assert [one.who for one in confirmed_limits(county.store, known_at=before)] == [CLERK]
    assert [one.who for one in confirmed_limits(county.store)] == [REVIEWER]
