"""Puts the certificates of a time stamp into the order of DER: authorities often send them in the order of the chain.

Their place is not signed and their bytes stay, so nothing is proved or lost by it; a strict reader wants it so
(X.690, 11.6).
"""

from __future__ import annotations

from app.ledger.der import CONTEXT_0, SEQUENCE, NotDer, only, parts

_CERTIFICATES = 3
"""After version, digest algorithms and content (RFC 5652, 5.1)."""


def in_order(reply: bytes) -> bytes:
    """The same reply with its certificates sorted; the reply itself where there is nothing to sort."""
    try:
        content_info = parts(only(reply, SEQUENCE))[1]
        certificates = parts(only(parts(content_info)[1].value, SEQUENCE))[_CERTIFICATES]
        if certificates.tag != CONTEXT_0:
            return reply
        head = certificates.whole[: len(certificates.whole) - len(certificates.value)]
        return reply.replace(certificates.whole, head + b"".join(sorted(part.whole for part in parts(certificates))), 1)
    except (NotDer, IndexError):
        return reply
