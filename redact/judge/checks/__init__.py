"""The kinds of requirement, one small module each: what a document or a bundle must hold, or may not."""
