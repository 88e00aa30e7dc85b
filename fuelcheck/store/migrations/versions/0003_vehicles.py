"""Vehicles, reported figures, checks at the roadside with what followed them, personal data apart."""

import sqlalchemy as sa
from alembic import op

from fuelcheck.store.migrations.collation import one_order_of_text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _people()
    _vehicles()
    _checks()
    one_order_of_text()


def _people() -> None:
    op.create_table(
        "personal",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_personal_division_division")),
        sa.PrimaryKeyConstraint("division", "subject", "hash", name=op.f("pk_personal")),
    )

    op.create_table(
        "erasure",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_erasure_division_division")),
        sa.PrimaryKeyConstraint("division", "subject", name=op.f("pk_erasure")),
    )


def _vehicles() -> None:
    op.create_table(
        "vehicle",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("plate", sa.String(), nullable=False),
        sa.Column("plate_kind", sa.Text(), nullable=True),
        sa.Column("vin", sa.String(), nullable=True),
        sa.Column("vehicle_type", sa.String(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("category_source", sa.Text(), nullable=True),
        sa.Column("energy", sa.Text(), nullable=False),
        sa.Column("energy_source", sa.Text(), nullable=True),
        sa.Column("combustion", sa.Text(), nullable=True),
        sa.Column("combustion_source", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("stage_source", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("township", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Text(), nullable=True),
        sa.Column("moved_in_on", sa.Text(), nullable=True),
        sa.Column("moved_out_on", sa.Text(), nullable=True),
        sa.Column("scrapped_on", sa.Text(), nullable=True),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.Column("exemption", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("area IN ('urban', 'other')", name=op.f("ck_vehicle_area")),
        sa.CheckConstraint(
            "category IN ('bus', 'taxi', 'ride_hailing', 'muck_truck', 'cement_mixer', 'logistics', 'postal', "
            "'sanitation', 'official', 'emergency', 'truck', 'other')",
            name=op.f("ck_vehicle_category"),
        ),
        sa.CheckConstraint(
            "category_source IN ('registration', 'certificate', 'inspection', 'estimate')",
            name=op.f("ck_vehicle_category_source"),
        ),
        sa.CheckConstraint("combustion IN ('lean', 'stoichiometric')", name=op.f("ck_vehicle_combustion")),
        sa.CheckConstraint(
            "combustion_source IN ('registration', 'certificate', 'inspection', 'estimate')",
            name=op.f("ck_vehicle_combustion_source"),
        ),
        sa.CheckConstraint(
            "energy IN ('battery', 'plug_in', 'range_extended', 'fuel_cell', 'hybrid', 'gasoline', 'diesel', 'gas')",
            name=op.f("ck_vehicle_energy"),
        ),
        sa.CheckConstraint(
            "energy_source IN ('registration', 'certificate', 'inspection', 'estimate')",
            name=op.f("ck_vehicle_energy_source"),
        ),
        sa.CheckConstraint(
            "plate_kind IN ('large_car', 'small_car', 'embassy', 'consulate', 'overseas_car', 'foreign_car', "
            "'motorcycle', 'light_motorcycle', 'embassy_motorcycle', 'consulate_motorcycle', "
            "'overseas_motorcycle', 'foreign_motorcycle', 'low_speed', 'tractor', 'trailer', 'coach', "
            "'coach_motorcycle', 'test_car', 'test_motorcycle', 'entry_car', 'entry_motorcycle', 'temporary', "
            "'police', 'police_motorcycle', 'old_farm', 'hong_kong', 'macau', 'large_new_energy', "
            "'small_new_energy', 'rescue', 'armed_police', 'military', 'other')",
            name=op.f("ck_vehicle_plate_kind"),
        ),
        sa.CheckConstraint("stage IN ('0', '1', '2', '3', '4', '5', '6')", name=op.f("ck_vehicle_stage")),
        sa.CheckConstraint(
            "stage_source IN ('registration', 'certificate', 'inspection', 'estimate')",
            name=op.f("ck_vehicle_stage_source"),
        ),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_vehicle_division_division")),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_vehicle")),
        sa.UniqueConstraint("division", "vin", name=op.f("uq_vehicle_division_vin")),
    )
    with op.batch_alter_table("vehicle", schema=None) as batch_op:
        batch_op.create_index("ix_vehicle_plate", ["division", "plate"], unique=False)

    op.create_table(
        "measure_value",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("evidence_sha256", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_measure_value_division_division")),
        sa.PrimaryKeyConstraint("division", "measure", "year", name=op.f("pk_measure_value")),
    )


def _checks() -> None:
    op.create_table(
        "roadside_check",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("record_no", sa.String(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("checked_at", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Text(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("longitude", sa.String(), nullable=True),
        sa.Column("latitude", sa.String(), nullable=True),
        sa.Column("datum", sa.Text(), nullable=True),
        sa.Column("departments", sa.String(), nullable=True),
        sa.Column("police_unit", sa.String(), nullable=True),
        sa.Column("officers", sa.String(), nullable=False),
        sa.Column("plate", sa.String(), nullable=False),
        sa.Column("plate_colour", sa.Text(), nullable=True),
        sa.Column("vin", sa.String(), nullable=True),
        sa.Column("vehicle_type", sa.String(), nullable=True),
        sa.Column("use", sa.String(), nullable=True),
        sa.Column("energy", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("registered_on", sa.Text(), nullable=True),
        sa.Column("driver", sa.String(), nullable=True),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("readings", sa.String(), nullable=True),
        sa.Column("nox_ppm", sa.String(), nullable=True),
        sa.Column("power_percent", sa.String(), nullable=True),
        sa.Column("ringelmann", sa.String(), nullable=True),
        sa.Column("obd", sa.Text(), nullable=True),
        sa.Column("aftertreatment", sa.Text(), nullable=True),
        sa.Column("urea", sa.Text(), nullable=True),
        sa.Column("urea_mass_percent", sa.String(), nullable=True),
        sa.Column("urea_refraction", sa.String(), nullable=True),
        sa.Column("fuel_form_no", sa.String(), nullable=True),
        sa.Column("instrument", sa.String(), nullable=True),
        sa.Column("calibrated_until", sa.Text(), nullable=True),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("retest_by", sa.Text(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.CheckConstraint("datum IN ('WGS-84', 'GCJ-02', 'BD-09')", name=op.f("ck_roadside_check_datum")),
        sa.CheckConstraint(
            "aftertreatment IN ('intact', 'missing', 'tampered')", name=op.f("ck_roadside_check_aftertreatment")
        ),
        sa.CheckConstraint(
            "energy IN ('battery', 'plug_in', 'range_extended', 'fuel_cell', 'hybrid', 'gasoline', 'diesel', 'gas')",
            name=op.f("ck_roadside_check_energy"),
        ),
        sa.CheckConstraint("kind IN ('roadside', 'owner_visit')", name=op.f("ck_roadside_check_kind")),
        sa.CheckConstraint(
            "method IN ('free_acceleration', 'lug_down', 'smoke')", name=op.f("ck_roadside_check_method")
        ),
        sa.CheckConstraint("obd IN ('ok', 'fault', 'not_checked')", name=op.f("ck_roadside_check_obd")),
        sa.CheckConstraint(
            "plate_colour IN ('yellow', 'blue', 'white', 'black', 'green', 'yellow_green')",
            name=op.f("ck_roadside_check_plate_colour"),
        ),
        sa.CheckConstraint("stage IN ('0', '1', '2', '3', '4', '5', '6')", name=op.f("ck_roadside_check_stage")),
        sa.CheckConstraint("status IN ('valid', 'void')", name=op.f("ck_roadside_check_status")),
        sa.CheckConstraint("urea IN ('ok', 'none', 'poor')", name=op.f("ck_roadside_check_urea")),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_roadside_check_division_division")),
        sa.PrimaryKeyConstraint("division", "record_no", name=op.f("pk_roadside_check")),
    )
    with op.batch_alter_table("roadside_check", schema=None) as batch_op:
        batch_op.create_index("ix_roadside_check_day", ["division", "checked_on", "record_no"], unique=False)
        batch_op.create_index("ix_roadside_check_plate", ["division", "plate"], unique=False)

    op.create_table(
        "retest_event",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("record_no", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Text(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.CheckConstraint("step IN ('repaired', 'passed', 'failed')", name=op.f("ck_retest_event_step")),
        sa.ForeignKeyConstraint(
            ["division", "record_no"],
            ["roadside_check.division", "roadside_check.record_no"],
            name=op.f("fk_retest_event_division_record_no_roadside_check"),
        ),
        sa.PrimaryKeyConstraint("division", "record_no", "n", name=op.f("pk_retest_event")),
    )
