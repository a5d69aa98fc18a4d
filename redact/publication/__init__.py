"""What is owed before and after a review is published, and by when; so far: which edition binds it."""

from redact.publication.editions import with_edition

__all__ = ["with_edition"]
