"""Tell a case in the documents of agencies, with gold for every mention."""
