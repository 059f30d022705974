#!/usr/bin/env bash
# Everything that must hold, cheapest first; stops at the first failure and says how to repeat it.
cd "$(dirname "$0")/.." || exit 2

step() { # name, command...
    local name=$1
    shift
    printf '\n==> %s: %s\n' "$name" "$*"
    "$@" && return
    printf '\nmake test stopped at "%s". To repeat only this step:\n\n    %s\n\n' "$name" "$*" >&2
    exit 1
}

step format .venv/bin/ruff format --check .
step lint .venv/bin/ruff check .
step types .venv/bin/mypy
step arrows .venv/bin/lint-imports
step tests .ci/tests.sh
