"""Writing a file that another program holds."""

from __future__ import annotations

import errno
import os

import pytest

from briefing_app.atomic_write import write_atomically
from briefing_app.errors import WriteError


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_file_that_is_open_elsewhere_stays_whole_and_is_told_apart(
    tmp_path, monkeypatch, number
) -> None:
    def held(source, target):
        raise OSError(number, "Access is denied", str(source), None, str(target))

    target = tmp_path / "handout.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(WriteError, match="open in another program") as caught:
        write_atomically(target, b"new")
    assert "choose another folder" not in str(caught.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
