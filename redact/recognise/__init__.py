"""Text → mentions: who and what is named, by whose rule, and why.

The only home of spaCy, presidio and the name model.
"""
