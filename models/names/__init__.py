"""The name model: its card, its files, and the recipe that makes them."""
