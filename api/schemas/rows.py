"""The rows that lists show, from their tables; field names are those of the ledgers' columns."""

from marshmallow import fields
from marshmallow_sqlalchemy import auto_field

from api.schemas.base import At, Joined, Shown, of_table
from fuelcheck.store import tables


class SiteRow(Shown):
    """A site (站点) as the register states it before the first row of its changes."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Site
        exclude = ("division", "code")

    site_code = auto_field("code")
    former_names = Joined()
    products = Joined()


class SiteChangeRow(Shown):
    """A dated change of a site (站点变更)."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.SiteChange


class VisitRow(Shown):
    """A team at a site on a day (到站)."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Visit

    samplers = Joined()


class BatchRow(Shown):
    """A batch (批次), its samplers, and what the last report that stands concluded."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Batch
        exclude = ("division", "year")

    samplers = Joined()
    report_no = of_table(tables.Report, "report_no")
    conclusion = of_table(tables.Report, "conclusion")
    failed_items = of_table(tables.Report, "failed_items")


class ResultRow(Shown):
    """A line of a laboratory's report (检验结果); ``n`` numbers the batch's reports."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Result


class VehicleRow(Shown):
    """A vehicle as the register states it (车辆)."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Vehicle


class RoadsideCheckRow(Shown):
    """A roadside check as it was recorded (路检), without the driver; its verdict is judged in its record."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.RoadsideCheck
        exclude = ("division", "driver")

    departments = Joined()
    officers = Joined()
    readings = Joined()


class DocumentRow(Shown):
    """An issued document (印发的文件)."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Document
        exclude = ("division", "evaluation")


class ActRow(Shown):
    """An act: who did what, when, why, with its link of the chain."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.ActRow
        exclude = ("division", "clock", "digest", "prev")


class AccountRow(Shown):
    """A person who signs in (用户)."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Account
        exclude = ("division", "other_divisions")

    divisions = fields.List(fields.String())
    active = fields.Boolean()
    one_time = fields.Boolean()


class TokenRow(Shown):
    """A token (令牌); its secret was shown once."""

    class Meta(Shown.Meta):
        """Its table."""

        model = tables.Token
        exclude = ("division",)

    scopes = fields.List(fields.String())
    device = fields.Boolean()
    revoked = fields.Boolean()
    last_used_at = At()
