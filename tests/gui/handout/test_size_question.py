"""Pages that take much memory are set only when the reader says so."""

from __future__ import annotations


def test_a_large_handout_is_asked_about_once(handout, monkeypatch) -> None:
    monkeypatch.setattr("briefing_app.handout.handout_size.ASKED_FROM", 1)
    before = handout.pdf
    handout.dialog.make_again()
    assert "GB of memory" in handout.notice
    assert not handout.dialog.maker.is_working
    handout.change(lambda: handout.notice_button("Set the pages").click())
    assert handout.notice == ""
    assert handout.pdf == before
