"""The rules: pure functions over plain values. No SQL, no Flask, no files, no clock; days come in as arguments."""
