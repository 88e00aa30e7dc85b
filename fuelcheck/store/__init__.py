"""The only place that speaks SQL: tables, acts and versions, tallies, migrations."""
