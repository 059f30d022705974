"""Run every benchmark of this folder, each in a process of its own; a failure is told, no more."""

import os
import platform
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main():
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print("Compare figures of one run only: the machine may be shared.")
    for script in sorted(FOLDER.glob("*.py")):
        if script != Path(__file__).resolve():
            print(f"\n== {script.stem}", flush=True)
            environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[1])}
            code = subprocess.run([sys.executable, script], env=environment, check=False).returncode
            if code:
                print(f"{script.name} stopped with exit code {code}.")


if __name__ == "__main__":
    main()
