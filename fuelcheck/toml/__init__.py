"""TOML files of people: read key by key, every mistake named with its key and what is allowed."""
