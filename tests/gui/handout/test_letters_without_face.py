"""What the pages cannot show is said with them."""

from __future__ import annotations

import re
import shutil


def test_letters_without_a_face_are_told_with_the_pages(handout, repository, tmp_path) -> None:
    folder = tmp_path / "briefing"
    shutil.copytree(repository / "tests/fixtures/valid/minimal", folder)
    manifest = folder / "briefing.yaml"
    manifest.write_text(
        re.sub("^title: .*$", "title: The bridge 桥", manifest.read_text("utf-8"), flags=re.M),
        "utf-8",
    )
    opening = handout.desk.session.commands.opening
    with handout.qtbot.waitSignal(opening.opened):
        opening.open_path(folder)
    handout.dialog = handout.desk_handout.dialog
    handout.wait_for_pages()
    handout.qtbot.waitUntil(lambda: "Chinese 桥" in handout.notice)
