#!/usr/bin/env bash
# The tests as `make test` runs them; options and folders of pytest may follow. A process for each
# core; a file stays whole, and in its order, in one of them. When one dies, the run ends and names
# the test. The order of sets is the same in each run.
cd "$(dirname "$0")/.." || exit 2
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PYTHONHASHSEED=0
exec .venv/bin/pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
    --no-loadscope-reorder --max-worker-restart 0 "$@"
