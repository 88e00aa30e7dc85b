"""Untidy sheets in, checked rows out, and back."""
