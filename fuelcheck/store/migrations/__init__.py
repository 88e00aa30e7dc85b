"""Alembic's scripts; ``store.upgrading`` runs them."""
