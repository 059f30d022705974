"""Speed is measured in tests/benchmarks/; here no clock is read and nothing waits a fixed time.

How long something takes says how busy the machine is. What must not block is tested by what it
does: in which thread, in how many pieces, how many calls. What must come is waited for with the
patience of tests/patience.py.
"""

from __future__ import annotations

import ast

import pytest

CLOCKS = {
    "clock", "clock_gettime", "clock_gettime_ns", "monotonic", "monotonic_ns", "perf_counter",
    "perf_counter_ns", "process_time", "process_time_ns", "thread_time", "thread_time_ns", "time",
    "time_ns",
}  # fmt: skip
TIMERS = {"QElapsedTimer", "timeit", "getrusage", "slowness"}
FIXED_WAITS = {"sleep", "qWait", "qSleep", "msleep"}
PATIENCE = {"HANG_MS", "HANG_S"}


def uses(tree: ast.AST) -> list[str]:
    """Return what looks at a clock, waits a fixed time, or is impatient, with its line."""
    found = []
    for node in ast.walk(tree):
        line = f"{getattr(node, 'lineno', 0)}: "
        match node:
            case ast.ImportFrom(module="time", names=names):
                found += [line + name.name for name in names]
            case ast.Import(names=names):
                found += [line + "time" for name in names if name.name in ("time", "timeit")]
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in TIMERS | FIXED_WAITS:
                found.append(line + name)
            case ast.Attribute(value=ast.Name(id="time"), attr=name) if name in CLOCKS:
                found.append(line + name)
            case ast.Attribute(value=ast.Name(id="os"), attr="times"):
                found.append(line + "times")
            case ast.Call(func=ast.Attribute(value=object_, attr="wait")) if is_bot(object_):
                found.append(line + "a fixed wait")
            case ast.keyword(arg="timeout", value=value) if not is_patient(value):
                found.append(line + f"timeout={ast.unparse(value)}")
    return found


def is_bot(node: ast.expr) -> bool:
    return "bot" in ast.unparse(node).rpartition(".")[2]


def is_patient(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in PATIENCE


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import time", ["1: time"]),
        ("from time import perf_counter", ["1: perf_counter"]),
        ("from tests.gui.machine_speed import slowness\nslowness()", ["2: slowness"]),
        ("began = time.thread_time()", ["1: thread_time"]),
        ("spent = os.times()", ["1: times"]),
        ("QtCore.QElapsedTimer()", ["1: QElapsedTimer"]),
        ("desk.qtbot.wait(50)", ["1: a fixed wait"]),
        ("QtTest.QTest.qWait(50)", ["1: qWait"]),
        ("time.sleep(1)", ["1: sleep"]),
        ("bot.waitUntil(done, timeout=5000)", ["1: timeout=5000"]),
        ("run(command, timeout=HANG_S)", []),
        ("bot.waitUntil(done)\nevent.wait()", []),
    ],
)
def test_what_is_a_clock_or_a_fixed_wait(code: str, found: list[str]) -> None:
    assert uses(ast.parse(code)) == found


def test_no_test_looks_at_a_clock(repository) -> None:
    tests = repository / "tests"
    files = [file for file in tests.rglob("*.py") if file.parts[-2] != "benchmarks"]
    assert len(files) > 100
    found = [
        f"{file.relative_to(repository)}:{use}"
        for file in files
        for use in uses(ast.parse(file.read_text("utf-8")))
    ]
    assert found == []
