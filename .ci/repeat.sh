#!/usr/bin/env bash
# Runs the tests of `make test` again and again, and adds a line for each run to build/repeat.tsv:
#
#   .ci/repeat.sh [-n TIMES] [-b BUSY_LOOPS] [-r] [FOLDER…]
#
# -n  so many runs (1)                     -r  with the order of the files turned round
# -b  so many busy loops beside them (0)   FOLDER  only these, such as tests/gui tests/end_to_end
#
# What a run said is kept in build/repeat/. The exit code is the number of runs that failed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

times=1 busy=0 options=() order=straight
while getopts n:b:r option; do
    case $option in
    n) times=$OPTARG ;;
    b) busy=$OPTARG ;;
    r) options=(--reverse-files) order=reversed ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))

loops=()
stop_loops() { [ ${#loops[@]} = 0 ] || kill "${loops[@]}" 2>/dev/null; }
trap stop_loops EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
for ((n = 0; n < busy; n++)); do
    # It looks after this script at each turn, and ends with it however that ends.
    (trap - EXIT; while kill -0 $$ 2>/dev/null; do :; done) &
    loops+=($!)
done

table=build/repeat.tsv
mkdir -p build/repeat
[ -s $table ] || printf 'begun\tcommit\ttests\torder\tbusy\tresult\tseconds\tlargest MB\n' >$table
failed=0
for ((n = 1; n <= times; n++)); do
    begun=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    log=build/repeat/$begun.txt
    SECONDS=0
    .ci/tests.sh "${options[@]}" "$@" >"$log" 2>&1 && result=passed || result=FAILED
    [ $result = passed ] || failed=$((failed + 1))
    largest=$(grep '^largest memory: ' "$log" | grep -o '[0-9]* MB' | sort -n | tail -1)
    line="$begun\t$(git describe --always --dirty)\t${*:-all}\t$order\t$busy\t$result"
    printf "$line\t%d\t%s\n" "$SECONDS" "${largest% MB}" | tee -a $table
done
exit $failed
