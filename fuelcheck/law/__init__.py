"""Law as data: policies, standards, programmes, calendars. TOML files in, frozen values out."""
