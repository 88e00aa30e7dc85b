"""The steps of the features, in three files; what they share in ``sentences``."""
