"""The question before pages are set that take much memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.window.notice_bar import Tone
from briefing_app.handout.handout_size import too_much

if TYPE_CHECKING:
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.model.briefing import Briefing


class SizeQuestion(QtCore.QObject):
    """Asks once for each plan that is large, in the dialog's notice bar."""

    agreed = QtCore.Signal()

    def __init__(self, notice: NoticeBar, parent: QtCore.QObject) -> None:
        """Ask in a notice bar."""
        super().__init__(parent)
        self._notice = notice
        self._wanted: HandoutPlan | None = None

    def stands_open(self, briefing: Briefing, plan: HandoutPlan) -> bool:
        """Ask if a plan is large; return whether it has to be agreed to first."""
        words = too_much(briefing, plan) if plan != self._wanted else ""
        if not words:
            return False

        def agree() -> None:
            self._wanted = plan
            self.agreed.emit()

        button = (self.tr("Set the pages"), agree)
        self._notice.say(words, tone=Tone.WARNING, buttons=[button])
        return True
