"""How well the whole finder does, in figures: invented cases with gold, and public sets where they are.

`python -m corpus.scoring` is the door. Everything counts by one rule (`covering`), for our finder and for
those of others (`bench/peers`).
"""
