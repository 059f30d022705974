"""SHA-256 of a file's bytes, a piece at a time: Python's own lets no other thread in meanwhile."""

from __future__ import annotations

import hashlib

_PIECE = 1 << 18  # bytes; about a millisecond


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of bytes (FIPS 180-4) as 64 hexadecimal digits."""
    whole, rest = hashlib.sha256(), memoryview(data)
    for start in range(0, len(data), _PIECE):
        whole.update(rest[start : start + _PIECE])
    return whole.hexdigest()
