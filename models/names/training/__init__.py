"""The recipe of the name model: `python -m models.names.training --help` says how to run it."""
