"""The use cases: each a straight line of stage calls."""
