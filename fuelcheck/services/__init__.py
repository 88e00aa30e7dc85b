"""Doing: one function is one act of one person; nothing else changes data."""
