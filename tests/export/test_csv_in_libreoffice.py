"""The CSV in a real spreadsheet: opened as LibreOffice proposes it, every cell says what it said.

Skipped where LibreOffice Calc is not installed.
"""

from __future__ import annotations

import csv
import io
import subprocess

import pytest

from briefing_app import paths
from briefing_app.export.csv_table import csv_table
from briefing_app.export.exports import exported
from briefing_app.export.formats import CSV
from briefing_app.loading.load_briefing import load_briefing
from tests.harness.missing_programs import program
from tests.patience import HANG_S

# https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html: comma, quotation
# mark, UTF-8, from line 1, US English, quoted fields not as text, no special numbers: the dialog's
# own proposal for a file with a byte order mark
READ = "Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false"
WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
WORDS = [
    "=1+1", "@SUM(A1)", "+1", "-1", "a,b;c", 'say "x"', "two\nlines", "007", "1.10", "1e5",
    "12345678901234567", "2021-08-15", "2021-08", "1992~", "TRUE", "80,000", "US$100 billion",
    "طالبان", "Daoud’s ‘x’", "1/2", "3-4", "10:30", "5%", "€5", "  blanks  ",
]  # fmt: skip

pytestmark = pytest.mark.needs("soffice")


def through_office(data, folder):
    """The cells after the spreadsheet has opened the file and saved it again."""
    (folder / "in.csv").write_bytes(data)
    steps = [("in.csv", "ods", ["--infilter=" + READ]), ("in.ods", WRITE, [])]
    for file, form, reading in steps:
        subprocess.run(
            [
                program("soffice"), "--headless",
                f"-env:UserInstallation=file://{folder}/profile", *reading,
                "--convert-to", form, "--outdir", folder / form[:3], folder / file,
            ],
            check=True, capture_output=True, timeout=HANG_S,
        )  # fmt: skip
        if form == "ods":
            (folder / "ods" / "in.ods").replace(folder / "in.ods")
    (written,) = (folder / "csv").glob("*.csv")
    return list(csv.reader(io.StringIO(written.read_text("utf-8-sig"), newline="")))


def cells(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["shipped", "everything"])
def test_every_cell_of_a_briefing_is_right(name, tmp_path, repository):
    folders = {"everything": repository / "tests" / "fixtures" / "valid" / "everything"}
    briefing = load_briefing(folders.get(name, paths.shipped_briefing())).briefing
    data = exported(briefing, CSV)
    assert through_office(data, tmp_path) == cells(data)


def test_no_word_is_calculated_or_altered(tmp_path):
    data = csv_table(["text", "also"], [[word, f"{word} x"] for word in WORDS])
    assert through_office(data, tmp_path) == cells(data)
