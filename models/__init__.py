"""The models that are shipped, and how each is made."""
