"""Texts that are copies of each other, by MinHash signatures of their word triples (Broder 1997) kept in bands (Leskovec et al. 2014)."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy
from numpy.typing import NDArray
from rensa import RMinHash
from sqlalchemy import Connection, bindparam, delete, insert, select

from lacos.ledger.schema import bands, documents, signatures

Signature = NDArray[numpy.uint32]
PERMUTATIONS, BANDS = 128, 16
ALIKE = 0.7
"""Share of equal minima from which two texts are copies: an estimate of the Jaccard similarity of their word triples."""
SEED = 1
SHORTEST = 20
"""Words of the shortest text that is compared."""
LONGEST = 20_000
"""Words of a text that are compared."""
WORD = re.compile(r"\w+")
MOST = 50
"""Texts that share a band with one, the oldest, that are compared with it."""

SHARING = (
    select(bands.c.document).where(bands.c.value.in_(bindparam("bands", expanding=True))).distinct().order_by(bands.c.document).limit(MOST)
)
SIGNED = (
    select(signatures.c.signature, documents.c.origin)
    .join(documents, documents.c.n == signatures.c.document)
    .where(signatures.c.document.in_(bindparam("numbers", expanding=True)))
    .order_by(signatures.c.document)
)
LEAVE = delete(bands).where(bands.c.value.in_(bindparam("bands", expanding=True)), bands.c.document == bindparam("n"))


def origin(connection: Connection, n: int, text: str) -> int:
    """The number of the oldest document that a new one, with number ``n``, is a copy of, or its own; its signature is kept."""
    signature = sign(text)
    if signature is None:
        return n
    values = banded(signature)
    older = connection.execute(SHARING, {"bands": values}).scalars().all()
    connection.execute(insert(signatures).values(document=n, signature=signature.tobytes()))
    connection.execute(insert(bands), [{"value": value, "document": n} for value in values])
    for row in connection.execute(SIGNED, {"numbers": older}) if older else ():
        if float((numpy.frombuffer(row.signature, dtype=numpy.uint32) == signature).mean()) >= ALIKE:
            return int(row.origin)
    return n


def forget(connection: Connection, n: int) -> None:
    """Take a document out of the bands, before it goes."""
    known = connection.execute(select(signatures.c.signature).where(signatures.c.document == n)).scalar()
    if known is not None:
        values = banded(numpy.frombuffer(known, dtype=numpy.uint32))
        connection.execute(LEAVE, {"bands": values, "n": n})


def banded(signature: Signature) -> list[int]:
    """The bands of a signature as numbers of 64 bits with a sign: those of two texts that are alike share one, most likely."""
    return [hashed(bytes((band,)) + signature[band::BANDS].tobytes()) for band in range(BANDS)]


def hashed(band: bytes) -> int:
    return int.from_bytes(blake2b(band, digest_size=8).digest(), "big", signed=True)


def sign(text: str) -> Signature | None:
    """The signature of a text, None for one too short to tell."""
    words = [word.lower() for word in WORD.findall(text)[:LONGEST]]
    if len(words) < SHORTEST:
        return None
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    return numpy.array(hashed.digest(), dtype=numpy.uint32)
