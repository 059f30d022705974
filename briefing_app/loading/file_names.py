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


def _whole_name_fault(name: str) -> str:  # one return a rule
    if not name:
        return "it is empty"
    if len(name) > _LENGTH * 2:
        return "it is too long"
    if "\\" in name:
        return "folders are separated by '/', not by a backslash"
    if _SCHEME.match(name) or (len(name) > 1 and name[1] == ":"):
        return "addresses and drives are not; name a file in the briefing's own folder"
    if name.startswith("/"):
        return "it must be relative to the briefing's folder"
    if name.startswith("~") or "$" in name:
        return "'~' and '$' are not; write the name out"
    if "%" in name:
        return "'%' is not"
    if name.count("/") >= _DEPTH:
        return f"it is more than {_DEPTH} folders deep"
    if unicodedata.normalize("NFC", name) != name:
        return "its accents must be single characters (NFC)"
    return ""


def _part_fault(part: str) -> str:
    if part == "..":
        return "'..' would lead out of the briefing's folder"
    if part in ("", "."):
        return "it has an empty part"
    if len(part.encode("utf-8", "replace")) > _LENGTH:
        return "one part of it is too long"
    if part[-1] in ". ":
        return "no part may end in a dot or a blank"
    if part[0] == " ":
        return "no part may begin with a blank"
    if _FORBIDDEN.search(part):
        return 'none of < > : " | ? * may be in it'
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for c in part):
        return "hidden characters are not"
    if _DEVICES.match(part):
        return "Windows reads it as a device"
    return ""
