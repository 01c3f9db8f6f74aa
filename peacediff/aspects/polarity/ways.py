"""How cues deny: their ranks in ``polarity.toml``."""

from __future__ import annotations

from peacediff.aspects.cues import Hit, hits
from peacediff.aspects.reading import Reading

VERB, NOUN, FORBIDDING, PREFIX, FORBIDDEN, CARRYING, AFFIRMING, SUFFIX, REMOVING = range(1, 10)


def denials(reading: Reading) -> list[Hit]:
    """The cues that deny what follows them."""
    return [hit for hit in hits("polarity", reading) if hit.cue.rank in (VERB, NOUN, FORBIDDING)]


def denying(reading: Reading) -> list[Hit]:
    """The cues that deny, be it what stands before them."""
    ranks = (VERB, NOUN, FORBIDDING, FORBIDDEN)
    return [hit for hit in hits("polarity", reading) if hit.cue.rank in ranks]
