#!/usr/bin/env bash
# Tries new examples of every property, and says at the end how to repeat what it found.
#   EXAMPLES  of each property (20000)      SEED   0 to 4294967295 (a new one)
#   TESTS     files or tests, as pytest names them (all)
cd "$(dirname "$0")/.." || exit 2
seed=${SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
# The order of sets goes by the seed as well. A property may take long, but not for ever.
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PYTHONHASHSEED=$seed
echo "make fuzz SEED=$seed EXAMPLES=${EXAMPLES:-20000} TESTS='${TESTS:-tests}'"
exec .venv/bin/pytest --numprocesses auto --maxprocesses 4 -m hypothesis -rfE \
    -o faulthandler_timeout=7200 --durations 10 \
    --fuzz "${EXAMPLES:-20000}" --hypothesis-seed "$seed" "${TESTS:-tests}"
