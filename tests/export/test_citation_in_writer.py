"""A claim copied with its citation, as LibreOffice Writer takes the rich text over.

Skipped where LibreOffice Writer is not installed.
"""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET

import pytest

from briefing_app import paths
from briefing_app.export.citation import citation_text
from briefing_app.loading.load_briefing import load_briefing
from tests.harness.missing_programs import need, program
from tests.patience import HANG_S

NAMES = {
    kind: f"urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"
    for kind in ("text", "style", "office")
} | {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}  # fmt: skip


def name(short):
    kind, _, rest = short.partition(":")
    return f"{{{NAMES[kind]}}}{rest}"


@pytest.fixture(scope="module")
def written(tmp_path_factory, repository):
    """The document that Writer makes of two citations: statement, reference and origin of each.

    Its HTML filter is the one that a paste goes through.
    """
    need("soffice")
    folder = tmp_path_factory.mktemp("writer")
    rich = []
    turned = repository / "tests" / "fixtures" / "valid" / "right-to-left"
    for path, claim_id in ((paths.shipped_briefing(), "R12"), (turned, "S1")):
        briefing = load_briefing(path).briefing
        claim = next(claim for claim in briefing.claims if claim.id == claim_id)
        rich.append(citation_text(claim, briefing)[1])
    head = '<html><head><meta charset="utf-8"></head><body>'
    (folder / "in.html").write_text(f"{head}{''.join(rich)}</body></html>", "utf-8")
    run = subprocess.run(
        [
            program("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profile",
            "--infilter=HTML (StarWriter)", "--convert-to", "fodt", "--outdir", folder,
            folder / "in.html",
        ],
        check=False, capture_output=True, text=True, timeout=HANG_S,
    )  # fmt: skip
    if not (folder / "in.fodt").is_file():
        pytest.skip(f"LibreOffice Writer is not installed: {run.stderr.strip()[:200]}")
    return ET.parse(folder / "in.fodt").getroot()


def paragraphs(document):
    return [p for p in document.iter(name("text:p")) if "".join(p.itertext()).strip()]


def properties(document, style, kind):
    """What a style of the document says of its paragraphs or words."""
    found = {}
    for one in document.iter(name("style:style")):
        if one.get(name("style:name")) == style:
            for part in one.iter(name(f"style:{kind}-properties")):
                found |= part.attrib
    return found


def test_the_words_are_those_that_were_copied(written):
    words = ["".join(p.itertext()) for p in paragraphs(written)]
    assert len(words) == 6
    assert words[0].startswith("The South Asia Terrorism Portal (SATP) counts 272")
    assert "“Taliban’s Takeover of Afghanistan and Pakistan’s Security Challenges”" in words[1]
    assert words[1].endswith("¶2; citing SATP; further source behind it, link not available.")
    assert words[3].startswith("به گفتهٔ TTP")
    assert "“\u2068مرز، پناهندگان و TTP\u2069”" in words[5]


def test_titles_are_italic_and_addresses_lead_there(written):
    reference = paragraphs(written)[1]
    italic = [
        "".join(span.itertext())
        for span in reference.iter(name("text:span"))
        if properties(written, span.get(name("text:style-name")), "text").get(name("fo:font-style"))
        == "italic"
    ]
    assert italic == ["South Asia @ LSE"]
    (link,) = reference.iter(name("text:a"))
    assert link.get(name("xlink:href")) == "".join(link.itertext())
    assert link.get(name("xlink:href")).startswith("https://blogs.lse.ac.uk/")


def test_what_runs_from_right_to_left_does_so_there(written):
    styles = [
        properties(written, paragraph.get(name("text:style-name")), "paragraph")
        for paragraph in paragraphs(written)
    ]
    turned = [n for n, s in enumerate(styles) if s.get(name("style:writing-mode")) == "rl-tb"]
    assert turned == [3]
    assert styles[3][name("fo:text-align")] == "end"
