"""The sample case: one invented family, told in two management reviews, an overview report and a summary."""
