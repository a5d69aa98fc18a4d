"""Names, places, bodies and public names for invented cases, apart for train, dev and test.

    from corpus.pools import allowed, bodies, places, pool, public, words

    names = pool("train", Heritage.IRISH)
    first = rng.choice(names.firsts(Sex.FEMALE))
    last = names.last_for(rng.choice(names.last), Sex.FEMALE)
    assert allowed(first, last)  # draw again where it is not

Which split a name is in is decided by a hash of its folded spelling (no case, no diacritics), 55 in 100
train, 20 dev, 25 test; a name, its nicknames and other spellings go together, whatever the group and whether
it is a first name, a surname, a word, a street or a town. A double name is in the split of its parts, and in
none where these are apart. So no name of test is in train. Particles
(bin, de, Mac) and the types of streets and bodies are in all splits. Nothing here reads a clock or draws at
random by itself: the caller brings `random.Random`.
"""

from corpus.pools.bodies import bodies
from corpus.pools.combinations import allowed
from corpus.pools.names import pool, words
from corpus.pools.places import places
from corpus.pools.public import public
from corpus.pools.splitting import SPLITS, split_of
from corpus.pools.values import (
    BODY_KINDS,
    BodyPool,
    Citation,
    Inquiry,
    Minister,
    NamePool,
    PlacePool,
    PublicPool,
    WordPool,
)

__all__ = [
    "BODY_KINDS",
    "SPLITS",
    "BodyPool",
    "Citation",
    "Inquiry",
    "Minister",
    "NamePool",
    "PlacePool",
    "PublicPool",
    "WordPool",
    "allowed",
    "bodies",
    "places",
    "pool",
    "public",
    "split_of",
    "words",
]
