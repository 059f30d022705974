#!/usr/bin/env bash
# Makes the environment: Python packages and the command briefing-app in .venv, the libraries that
# Qt's window needs, and a fast first start. Runs as often as you like; does nothing when there is
# nothing to do.
set -eEuo pipefail
cd "$(dirname "$0")/.."

stamp=.venv/.set-up
wanted="$(cat requirements.txt .ci/set_up.sh .ci/write_command.sh | cksum) in $PWD"
if [ -x .venv/bin/python ] && [ -x .venv/bin/briefing-app ] &&
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi

# Debian's names for the libraries that the Qt wheels leave to the system: the first line for any
# window, the second for one on X11 (or XWayland).
qt_packages="libglib2.0-0 libegl1 libgl1 libfontconfig1 libxkbcommon0 libdbus-1-3 fontconfig-config
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"

trap 'echo "The set-up stopped before its end: see above, then repeat the command." >&2' ERR

say() { printf '==> %s\n' "$*"; }

is_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    say "Installing from the system's packages: $*"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

ask_for() { # why, packages...
    local why=$1
    shift
    printf '\n%s\nOn Debian or Ubuntu paste this line, then repeat the command:\n\n    %s\n\n' \
        "$why" "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    exit 1
}

# PySide6 6.11 has wheels for Python up to 3.14.
find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
            2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "No Python 3.11, 3.12, 3.13 or 3.14 was found: install one, then repeat the command." >&2
    exit 1
}

make_venv() {
    local python
    if .venv/bin/python -c 'import pip' 2>/dev/null; then
        return
    fi
    python=$(find_python)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        if is_root_on_debian; then apt_install python3-venv
        else ask_for "Python's venv module is missing." python3-venv; fi
    fi
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

install_packages() {
    say "Installing the pinned packages, about 180 MB the first time"
    .venv/bin/python -m pip install --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes -r requirements.txt |
        awk '/^Collecting/ { printf "%s ", $2; fflush() } END { print "" }'
    # Its .pth file would cost every start 2 ms, and nothing here needs it.
    .venv/bin/python -m pip uninstall --disable-pip-version-check -q -y setuptools 2>/dev/null
}

missing_libraries() {
    local qt
    qt=$(echo .venv/lib/python3*/site-packages/PySide6)
    # "not found" with => is a library; without, a symbol version.
    ldd "$qt"/Qt{Core,Gui,Widgets,Svg,Test,Network}.abi3.so "$qt"/Qt/plugins/*/libq{xcb,offscreen,svg}.so |
        awk '/=> not found/ { print $1 }' | sort -u
}

has_tools_of_tests() {
    { command -v Xvfb && command -v openbox && command -v strace; } >/dev/null &&
        command -v dbus-run-session >/dev/null &&
        [ -x /usr/libexec/at-spi-bus-launcher ] &&
        /usr/bin/python3 -c 'import pyatspi' 2>/dev/null
}

install_libraries() {
    [ "$(uname)" = Linux ] || return 0
    local missing
    missing=$(missing_libraries)
    if [ -n "$missing" ]; then
        if is_root_on_debian; then
            # shellcheck disable=SC2086 # a list of words
            apt_install $qt_packages
        else
            ask_for "Qt's window needs these libraries of the system: $(echo $missing)" \
                $qt_packages
        fi
    fi
    # For the tests of the real window, which are skipped without: a display without a screen, a
    # window manager, the record of what is asked of the system, and what a screen reader talks through.
    if ! has_tools_of_tests && is_root_on_debian; then
        apt_install xvfb xauth openbox strace at-spi2-core dbus python3-pyatspi ||
            say "Not installed: the tests that need them will be skipped, and say so."
    fi
}

# The wheel carries shiboken's Python part as a zip that every start would compile anew. SBK_EMBED=0
# is the library's own switch to unpack it; from then on cached bytecode is used.
speed_up_start() {
    say "Preparing a fast start"
    SBK_EMBED=0 .venv/bin/python -c 'import PySide6'
    .venv/bin/python -m compileall -q .venv/lib/python3*/site-packages/shiboken6 briefing_app
}

make_venv
install_packages
install_libraries
speed_up_start
.ci/write_command.sh
echo "$wanted" >"$stamp"
say "Ready"
