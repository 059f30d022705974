"""The handout of the shipped briefing against bare Typst on the same data, template and fonts.

Typst keeps results between compiles, so each bare compile has a fresh process and is timed in it.
References stay bare titles: to format them is no part of setting pages.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from briefing_app import paths
from briefing_app.handout.compile_handout import STANDARDS, make_handout, template_files
from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import HandoutPlan
from briefing_app.open_briefing import open_briefing, pack_to_attach

BRIEFING = Path(__file__).resolve().parents[2] / "content" / "pakistan-afghanistan-2022"
ROUNDS = 7
BARE = """
import json, sys, time
import typst
request = json.load(sys.stdin)
files = {name: text.encode() for name, text in request["templates"].items()}
begin = time.perf_counter()
typst.compile(
    files, font_paths=[request["fonts"]], ignore_system_fonts=True, sys_inputs=request["inputs"],
    pdf_standards=request["standards"], timestamp=request["timestamp"],
)
print(time.perf_counter() - begin)
"""


def main():
    opened = open_briefing(BRIEFING, cache=False)
    briefing, plan, read = opened.briefing, HandoutPlan(), opened.folder.read
    data = handout_data(briefing, plan, {}, read)
    request = json.dumps(
        {
            "templates": template_files(),
            "fonts": str(paths.resource("fonts")),
            "inputs": {"data": data.document.decode(), "unusable": "[]"},
            "standards": STANDARDS,
            "timestamp": data.timestamp,
        }
    )
    ours, bare = [], []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        pdf = make_handout(briefing, plan, {}, read, lambda: pack_to_attach(opened))
        ours.append(time.perf_counter() - begin)
        run = subprocess.run(
            [sys.executable, "-c", BARE], input=request, capture_output=True, text=True, check=True
        )
        bare.append(float(run.stdout))
    made, floor = statistics.median(ours), statistics.median(bare)
    print(
        f"handout of {len(pdf) / 1000:.0f} kB: {made:.2f} s, bare Typst {floor:.2f} s, n={ROUNDS}"
    )
    print(f"ratio {made / floor:.2f} (bar 1.3, stretch 1.1)")


if __name__ == "__main__":
    main()
