"""Text → mentions: who and what is named, by whose rule, and why; the only home of spaCy and presidio."""
