"""The command line: looks at its arguments before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.command_line.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, CONTENT_PROBLEMS, CANNOT, INTERRUPTED = 0, 1, 2, 130
_PLATFORMS_WITHOUT_SCREEN = ("offscreen", "minimal", "linuxfb", "eglfs", "vkkhrdisplay", "vnc")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; return the exit code (0, 1 or 2)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be told
        return _explain(error)
    return code


def _run(given: list[str]) -> int:
    if not given or (len(given) == 1 and _is_path(given[0])):
        return _open_window(given)
    from briefing_app.command_line.arguments import run_command

    try:
        return run_command(given)
    except SystemExit as request:  # argparse: --help or wrong use
        return request.code if isinstance(request.code, int) else CANNOT


def _is_path(argument: str) -> bool:
    """Whether the only argument is a briefing; one with a command's name is opened as ./check."""
    return not argument.startswith("-") and argument not in COMMANDS and Path(argument).exists()


def _open_window(given: list[str]) -> int:
    if _has_no_display():
        _say(
            "There is no display to open a window on (DISPLAY or WAYLAND_DISPLAY must name one). "
            "check, search and handout work without one: briefing-app --help."
        )
        return CANNOT
    # Nothing made before the first paint is garbage; the window turns collection on again after it.
    gc.disable()
    from briefing_app.gui.quick_imports import import_quickly

    try:
        import_quickly()
    except ImportError as error:
        _say(
            f"The window cannot start: {error}. In a checkout `make setup` installs what is "
            "missing; check, search and handout work without it."
        )
        return CANNOT
    from briefing_app.gui.application import run

    return run(Path(given[0]) if given else None, sys.argv[:1])


def _has_no_display() -> bool:
    """Return whether Qt would end the process for want of a screen; asked before Qt is imported."""
    if not sys.platform.startswith("linux"):
        return False
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if platform in _PLATFORMS_WITHOUT_SCREEN:
        return False
    if os.environ.get("WAYLAND_DISPLAY"):
        return False
    display = os.environ.get("DISPLAY", "")
    return not display or not _answers(display)


def _answers(display: str) -> bool:
    """Return whether a display of this machine has a server behind it; others are believed."""
    name, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if name not in ("", "unix") or not number.isdigit():
        return True
    import _socket  # the plain module: `socket` costs 5 ms before the first paint

    place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    for address in (f"\0{place}", place):
        probe = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            probe.connect(address)
        except OSError:
            continue
        finally:
            probe.close()
        return True
    return False


def _open_closed_streams() -> None:
    """Give output somewhere to go where the caller closed it (`>&-`, a start without a console)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - for good


def _say(sentence: str) -> None:
    print(f"briefing-app: {sentence}", file=sys.stderr)


def _forget_output() -> None:
    """Let the interpreter's last flush go nowhere instead of failing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    finally:
        os.close(nowhere)


def _explain(error: Exception) -> int:
    """Say in plain words what went wrong; the details of a fault of ours go to a file."""
    from briefing_app.errors import BriefingError, ContentError, UnsafePathError

    if os.environ.get("BRIEFING_APP_DEBUG"):
        raise error
    if isinstance(error, BriefingError):
        _say(str(error))
        return CONTENT_PROBLEMS if isinstance(error, ContentError | UnsafePathError) else CANNOT
    if isinstance(error, OSError):
        _say(f"{error.filename or 'The output'}: {error.strerror or error}.")
        _forget_output()
        return CANNOT
    import traceback

    from briefing_app.fault_report import write_fault_report

    file = write_fault_report("".join(traceback.format_exception(error)))
    where = f"The details are in {file}." if file else "BRIEFING_APP_DEBUG=1 shows the details."
    _say(f"Something went wrong that should not have ({type(error).__name__}). {where}")
    return CANNOT


if __name__ == "__main__":
    sys.exit(main())
