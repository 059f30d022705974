"""Makes the handout anew as the choices change: one compile at a time, the last choice wins."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore

from briefing_app.errors import BriefingError, HandoutCancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.work.background import Background
    from briefing_app.handout.compile_handout import HandoutCompilation
    from briefing_app.handout.handout_data import HandoutData
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.handout.references import PrintableReference
    from briefing_app.model.briefing import Briefing
    from briefing_app.open_briefing import OpenBriefing


class Handout:
    """A handout that was made: its bytes, whether it carries its briefing, what it cannot show."""

    def __init__(
        self, pdf: bytes, *, carries_briefing: bool, lacking: tuple[str, ...] = ()
    ) -> None:
        self.pdf = pdf
        self.carries_briefing = carries_briefing
        self.lacking = lacking  # letters that no face has


class HandoutMaker(QtCore.QObject):
    """Compiles off the GUI thread, in a process that is ended when it is not wanted any more."""

    began = QtCore.Signal()
    made = QtCore.Signal(object)  # Handout
    failed = QtCore.Signal(str)
    cancelled = QtCore.Signal()

    def __init__(
        self,
        opened: OpenBriefing,
        citation_style: str,
        background: Background,
        parent: QtCore.QObject | None = None,
    ) -> None:
        """Make handouts of one briefing, with references in a style."""
        super().__init__(parent)
        self._background = background
        self._citation_style = citation_style
        self._compilation: HandoutCompilation | None = None
        self._plan: HandoutPlan | None = None
        self._material = _Material(opened, citation_style)
        self._wait = QtCore.QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._start)

    def set_briefing(self, opened: OpenBriefing) -> None:
        """Make handouts of another state of the briefing from now on."""
        self._give_up()
        self._material = _Material(opened, self._citation_style)

    @property
    def briefing(self) -> Briefing:
        """The briefing of which handouts are made."""
        return self._material.opened.briefing

    @property
    def is_working(self) -> bool:
        """Whether pages are being made, or will be in a moment."""
        return self._compilation is not None or self._wait.isActive()

    def make(self, plan: HandoutPlan, *, after_ms: int = 0) -> None:
        """Make a handout of a plan in a while; what is being made is given up at once."""
        self._give_up()
        self._plan = plan
        self._wait.start(after_ms)

    def cancel(self) -> None:
        """Give up what is being made; `cancelled` follows if there was something."""
        was_working = self.is_working
        self._give_up()
        if was_working:
            self.cancelled.emit()

    def stop(self) -> None:
        """Give up what is being made, without a word."""
        self._give_up()

    def _give_up(self) -> None:
        self._wait.stop()
        compilation, self._compilation = self._compilation, None
        if compilation is not None:
            # in a thread of its own: the system takes its time over the memory of a large process,
            # and the pool may be busy with printing
            threading.Thread(target=compilation.cancel, name="handout cancel").start()

    @QtCore.Slot()
    def _start(self) -> None:
        from briefing_app.handout.compile_handout import HandoutCompilation

        plan = self._plan
        assert plan is not None
        self._compilation = compilation = HandoutCompilation()
        self.began.emit()
        self._background.run(
            lambda: self._material.compiled(plan, compilation),
            self._only_if_wanted(compilation, self._done),
            self._only_if_wanted(compilation, self._not_done),
        )

    def _only_if_wanted(
        self, compilation: HandoutCompilation, take: Callable[[Any], None]
    ) -> Callable[[Any], None]:
        def answer(result: Any) -> None:
            if compilation is self._compilation:
                self._compilation = None
                take(result)

        return answer

    def _done(self, handout: Handout) -> None:
        self.made.emit(handout)

    def _not_done(self, error: Exception) -> None:
        if isinstance(error, HandoutCancelled):
            self.cancelled.emit()
        elif isinstance(error, BriefingError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(self.tr("The handout was not made: a fault of the program."))
            raise error


class _Material:
    """What every handout of a briefing is made from; references and pack are worked out once."""

    def __init__(self, opened: OpenBriefing, citation_style: str) -> None:
        self.opened = opened
        self._style = citation_style
        self._references: dict[str, PrintableReference] | None = None
        self._pack: bytes | None = None

    def compiled(self, plan: HandoutPlan, compilation: HandoutCompilation) -> Handout:
        """Return the handout of a plan; in a thread."""
        lacking: tuple[str, ...] = ()

        def data() -> HandoutData:
            nonlocal lacking
            made = self._data(plan)
            lacking = made.lacking
            return made

        compilation.start(data)
        pdf = compilation.wait()
        return Handout(pdf, carries_briefing=bool(self._pack), lacking=lacking)

    def _data(self, plan: HandoutPlan) -> HandoutData:
        from briefing_app.export.citation import references
        from briefing_app.handout.handout_data import handout_data
        from briefing_app.open_briefing import pack_to_attach

        opened = self.opened
        if self._references is None:
            self._references = dict(references(opened.briefing.sources, self._style))
        if self._pack is None:
            self._pack = pack_to_attach(opened)
        return handout_data(opened.briefing, plan, self._references, opened.folder.read, self._pack)
