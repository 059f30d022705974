#!/usr/bin/env bash
# Opens the program. Without a display it does the main job without one and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
    exec $python -m briefing_app
fi

briefing=content/pakistan-afghanistan-2022
mkdir -p build

show() {
    printf '\n$'
    printf ' %q' "$@"
    echo
    "$@"
}

echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window opens."
echo "This is the main job without one:"
show $python -m briefing_app check $briefing
show $python -m briefing_app search -b $briefing --limit 3 "admission to the UN"
show $python -m briefing_app handout $briefing -o build/handout.pdf
show env QT_QPA_PLATFORM=offscreen $python -m briefing_app.gui.screenshots -o build/window.png
printf '\nThe handout is build/handout.pdf, a picture of the window is build/window.png.\n'
