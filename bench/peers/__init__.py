"""Other tools beside redact, over the same texts in one run, counted by the same code.

Each tool lives in an environment of its own outside the repository; its adapter in `adapters` reads texts
as JSON lines and writes spans, and knows nothing of redact.
"""
