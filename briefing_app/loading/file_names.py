"""The one rule for file names inside a briefing, the strictest of all platforms."""

from __future__ import annotations

import re
import unicodedata

from briefing_app.errors import UnsafePathError

_DEPTH = 8
_LENGTH = 255
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a safe relative name; nothing is normalised away.

    Raises:
        UnsafePathError: the name could mean something outside the briefing on some platform. The
            message says which rule it breaks.
    """
    reason = _whole_name_fault(name)
    if not reason:
        parts = tuple(name.split("/"))
        reasons = (_part_fault(part) for part in parts)
        reason = next((found for found in reasons if found), "")
        if not reason:
            return parts
    raise UnsafePathError(f"{_quoted(name)} is not allowed as a file name: {reason}")


def _quoted(name: str) -> str:
    """The name as a reader can see it: cut, and with control characters written out."""
    short = name if len(name) <= 60 else f"{name[:60]}…"
    return repr(short)


def _whole_name_fault(name: str) -> str:
    rules = (
        (not name, "it is empty"),
        (len(name) > 2 * _LENGTH, "it is too long"),
        ("\\" in name, "folders are separated by '/', not by a backslash"),
        (
            _SCHEME.match(name) or name[1:2] == ":",
            "addresses and drives are not; name a file in the briefing's own folder",
        ),
        (name.startswith("/"), "it must be relative to the briefing's folder"),
        (name.startswith("~") or "$" in name, "'~' and '$' are not; write the name out"),
        ("%" in name, "'%' is not"),
        (name.count("/") >= _DEPTH, f"it is more than {_DEPTH} folders deep"),
        (
            unicodedata.normalize("NFC", name) != name,
            "its accents must be single characters (Unicode NFC)",
        ),
    )
    return next((reason for broken, reason in rules if broken), "")


def _part_fault(part: str) -> str:
    hidden = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    rules = (
        (part == "..", "'..' would lead out of the briefing's folder"),
        (part in ("", "."), "it has an empty part"),
        (len(part.encode("utf-8", "replace")) > _LENGTH, "one part of it is too long"),
        (part[-1:] in (".", " "), "no part may end in a dot or a blank"),
        (part[:1] == " ", "no part may begin with a blank"),
        (_FORBIDDEN.search(part), 'none of < > : " | ? * may be in it'),
        (any(unicodedata.category(c) in hidden for c in part), "hidden characters are not"),
        (_DEVICES.match(part), "Windows reads it as a device"),
    )
    return next((reason for broken, reason in rules if broken), "")
