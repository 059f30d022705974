"""Citation styles (CSL 1.0.2) as citeproc-py reads them, made to say what the style asks for."""

from __future__ import annotations

import functools
from typing import Any

from briefing_app import paths


@functools.cache
def parsed_style(name: str) -> Any:
    """Return the style of that name in `resources/csl`, as citeproc's object."""
    from briefing_app.export.csl.style import CslStyle

    parsed = CslStyle(str(paths.resource("csl", f"{name}.csl")))
    _keep_given_names(parsed.root)
    _keep_pages(parsed.root)
    _leave_out_bare_labels(parsed)
    return parsed


def _keep_given_names(root: Any) -> None:
    """Honour `initialize="false"`, which citeproc-py passes over (CSL 1.0.1, name options)."""
    names = [name for name in root.iter() if str(name.tag).endswith("}name")]
    names = [name for name in names if str(name.getparent().tag).endswith("}names")]
    initial = root.attrib.get("initialize-with")
    if initial is None or not any(name.get("initialize") == "false" for name in names):
        return
    del root.attrib["initialize-with"]
    for name in names:
        if name.get("initialize") != "false" and name.get("initialize-with") is None:
            name.set("initialize-with", initial)


def _keep_pages(root: Any) -> None:
    """Write page ranges in full: citeproc-py shortens 1–18 to 1–8."""
    root.attrib.pop("page-range-format", None)


def _leave_out_bare_labels(parsed: Any) -> None:
    """Write a label only beside a value (CSL 1.0.2, Label): no "Edition" without one."""
    space = parsed.root.tag.partition("}")[0] + "}"
    labels = [label for label in parsed.root.iter(f"{space}label") if label.get("variable")]
    for label in labels:
        variable = label.get("variable")
        if variable in ("locator", "page"):  # these two citeproc-py asks for by itself
            continue
        choose = parsed.parser.makeelement(f"{space}choose")
        label.getparent().replace(label, choose)
        case = parsed.parser.makeelement(f"{space}if", {"variable": variable})
        choose.append(case)
        case.append(label)
