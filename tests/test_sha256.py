"""The piecewise hash is the standard's, whatever the length."""

from __future__ import annotations

import hashlib

import pytest

from briefing_app.sha256 import _PIECE, sha256_of


@pytest.mark.parametrize("length", [0, 1, _PIECE - 1, _PIECE, _PIECE + 1, 3 * _PIECE + 7])
def test_any_length_gives_the_hash_of_the_standard(length: int) -> None:
    data = bytes(range(251)) * (length // 251 + 1)
    assert sha256_of(data[:length]) == hashlib.sha256(data[:length]).hexdigest()
