"""Asking: policy, tallies and rules put together into one evaluation that every edge renders."""
