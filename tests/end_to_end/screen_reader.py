"""What a screen reader can do with the window, through AT-SPI; prints one JSON object a line.

/usr/bin/python3 tests/end_to_end/screen_reader.py HANDOUT

Run by the system's own Python, which has pyatspi, inside a private session bus and beside a running
window. Everything is found by role and name, as a screen reader finds it.
"""

import contextlib
import json
import sys

import pyatspi
from gi.repository import GLib

LOOK_MS, LOOKS = 60, 2_000  # for what must come; so many only where it hangs
HEARD = []  # what was announced, newest last
ANNOUNCED = "object:announcement"
SHOWN = "object:state-changed:showing"


def main():
    pyatspi.setTimeout(1500, 15000)  # a menu item that opens a dialog does not return before it
    pyatspi.Registry.registerEventListener(hear, ANNOUNCED)
    window = wait(lambda: find(application(), "frame", ""))
    wait(lambda: find(window, "page tab", "Sources") and find(window, "table cell", "H1."))
    say("start", title=window.name, unnamed=unnamed(window), mark_up=marked_up(window))
    for tab in tabs(window):
        say("tab", **read_tab(window, tab))
    say("roles", roles=roles(window))
    read_by_caret(window)
    claims_of_a_text(window)
    search_and_card(window)
    hear_like_an_older_reader(window)
    use_palette(window)
    save_handout(window, sys.argv[1])


# the steps


def read_tab(window, tab):
    press(tab)
    wait(lambda: tab.getState().contains(pyatspi.STATE_SELECTED))
    page = wait(lambda: current_page(window))
    wait(lambda: words_of(page))
    return {
        "name": tab.name,
        "letters": sum(map(len, words_of(page))),
        "unnamed": unnamed(page),
        "mark_up": marked_up(page),
        "stops": sum(1 for node in walk(page) if is_focusable(node)),
    }


def read_by_caret(window):
    """Read a text as a screen reader does: by lines and words, from where the caret is."""
    press(find(window, "page tab", "Terrorism"))
    node = wait(lambda: find(current_page(window), "text", "Terrorism"))
    text = node.queryText()
    start = text.getText(0, -1).index("Between 2001")
    text.setCaretOffset(start)
    lines = []
    while len(lines) < 3:
        words, _, end = text.getTextAtOffset(start, pyatspi.TEXT_BOUNDARY_LINE_START)
        lines.append(words)
        start = end + 1  # past the space at which the line is broken
    say(
        "caret",
        offset=wait(lambda: text.caretOffset),
        lines=lines,
        word=text.getTextAtOffset(text.caretOffset, pyatspi.TEXT_BOUNDARY_WORD_START)[0],
        box=list(text.getCharacterExtents(text.caretOffset, pyatspi.DESKTOP_COORDS)),
        read_only=node.getState().contains(pyatspi.STATE_READ_ONLY),
        panes=[path(n) for n in walk(window) if n.getRoleName() == "layered pane"],
    )


def claims_of_a_text(window):
    """Reach a claim of the text by the list that stands over the words."""
    press(find(window, "page tab", "Terrorism"))
    listed = wait(lambda: find(current_page(window), "list", "Claims in this text"))
    items = [node for node in listed if node.getRoleName() == "list item"]
    claim = next(item for item in items if item.name.startswith("R17."))
    HEARD.clear()
    press(claim)
    wait(lambda: find(window, "filler", "Claim R17"))
    wait(lambda: "R17 selected" in HEARD)
    box = claim.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    say("claims", items=[item.name for item in items], box=list(box), heard=HEARD[:])


def search_and_card(window):
    field = find(window, "text", "Search")
    HEARD.clear()
    field.queryEditableText().setTextContents("prisoners")
    wait(lambda: any("claim" in words for words in HEARD))
    found = HEARD[-1]
    field.queryEditableText().setTextContents("id:R18")
    row = wait(lambda: find(find(window, "table", "Claims"), "table cell", "R18."))
    press(row)
    card = wait(lambda: find(window, "filler", "Claim R18"))
    statement = wait(lambda: find(card, "label", "R18."))
    HEARD.clear()
    press(find(card, "push button", "Copy with citation"))
    wait(lambda: HEARD)
    say(
        "search",
        found=found,
        card=statement.name,
        buttons=[node.name for node in walk(card) if node.getRoleName() == "push button"],
        unnamed=unnamed(card),
        heard=HEARD[:],
    )


def use_palette(window):
    """Type into the palette, and hear what Enter would take."""
    HEARD.clear()
    press(find(window, "menu item", "Go to or do anything"))
    field = wait(lambda: find(window, "text", "Go to or do anything"))
    field.queryEditableText().setTextContents("r12")
    wait(lambda: any("R12" in words for words in HEARD))
    say("palette", heard=HEARD[:], keys=field.description)


def hear_like_an_older_reader(window):
    """Listen as Orca before 45 does, which knows no announcements: to notifications."""
    pyatspi.Registry.deregisterEventListener(hear, ANNOUNCED)
    pyatspi.Registry.registerEventListener(hear_notification, SHOWN)
    HEARD.clear()
    find(window, "text", "Search").queryEditableText().setTextContents("id:R17")
    press(wait(lambda: find(find(window, "table", "Claims"), "table cell", "R17.")))
    press(find(wait(lambda: find(window, "filler", "Claim R17")), "push button", "Copy with cit"))
    wait(lambda: "R17 copied with citation" in HEARD)
    say("notified", heard=HEARD[:])
    pyatspi.Registry.deregisterEventListener(hear_notification, SHOWN)
    pyatspi.Registry.registerEventListener(hear, ANNOUNCED)


def save_handout(window, target):
    """Open the handout, hear which page is shown, and save it under a name."""
    HEARD.clear()
    press(find(window, "menu item", "Handout"))
    handout = wait(lambda: find_window("Handout"))
    pages = wait(lambda: find(handout, None, "Pages of the handout"))
    wait(lambda: pages.description.startswith("Page 1 of"))
    names = unnamed(handout)
    press(find(handout, "push button", "Save PDF"))
    dialog = wait(lambda: find_window("Save handout"))
    names += unnamed(dialog)
    field = find(dialog, "text", "File name") or find(dialog, "combo box", "File name")
    field.queryEditableText().setTextContents(target)
    press(find(dialog, "push button", "Save"))
    wait(lambda: any("Saved" in words for words in HEARD))
    say("handout", unnamed=names, heard=HEARD[:], page=pages.description)


# what a screen reader does


def hear(event):
    HEARD.append(str(event.any_data))


def hear_notification(event):
    bar = event.source.parent  # in a status bar Orca leaves out the word "notification"
    if event.source.getRoleName() == "notification" and bar.getRoleName() == "status bar":
        HEARD.append(event.source.name)


def application():
    for node in pyatspi.Registry.getDesktop(0):
        if node is not None and node.name == "Briefing Viewer":
            return node
    return None


def find_window(start_of_name):
    """A window or dialog of the program by the start of its name."""
    windows = [node for node in application() if node is not None]
    return next((node for node in windows if (node.name or "").startswith(start_of_name)), None)


def walk(node):
    """The node and everything below it that is showing."""
    if node is None:
        return
    try:
        if not node.getState().contains(pyatspi.STATE_SHOWING):
            return
        yield node
        for child in node:
            yield from walk(child)
    except GLib.GError:  # it has gone meanwhile
        return


def find(node, role, start_of_name):
    for found in walk_all(node):
        if role in (None, found.getRoleName()) and (found.name or "").startswith(start_of_name):
            return found
    return None


def walk_all(node):
    """Like `walk`, with what is not showing: the items of closed menus."""
    if node is None:
        return
    yield node
    try:
        for child in node:
            if child is not None and child.getRoleName() != "table row header":
                yield from walk_all(child)
    except GLib.GError:
        return


def tabs(window):
    return [node for node in find(window, "page tab list", "") if node.getRoleName() == "page tab"]


def current_page(window):
    """The page below the tabs."""
    column = find(window, "page tab list", "").parent
    pages = [node for node in column if node.getRoleName() == "filler"][-1]
    return next((n for n in pages if n.getState().contains(pyatspi.STATE_SHOWING)), None)


def words_of(page):
    """Every text that can be read on a page."""
    texts = []
    for node in walk(page):
        if "Text" in pyatspi.listInterfaces(node):
            texts.append(node.queryText().getText(0, -1))
        elif node.name:
            texts.append(node.name)
    return texts


def is_focusable(node):
    return node.getState().contains(pyatspi.STATE_FOCUSABLE)


def unnamed(node):
    """What takes the keyboard and has no name, as a path of roles."""
    return [path(n) for n in walk(node) if is_focusable(n) and not (n.name or "").strip()]


def marked_up(node):
    return [n.name for n in walk(node) if "<span>" in f"{n.name}{n.description}"]


def path(node):
    parts = []
    while node is not None and node.getRoleName() != "application":
        parts.append(f"{node.getRoleName()} {node.name or ''}".strip())
        node = node.parent
    return " < ".join(parts)


def roles(window):
    """The role of each kind of thing that takes the keyboard, with one name."""
    return {node.getRoleName(): node.name for node in walk(window) if is_focusable(node)}


def press(node):
    actions = node.queryAction()
    names = [actions.getName(n) for n in range(actions.nActions)]
    wanted = next(n for n, name in enumerate(names) if name in ("Press", "Toggle"))
    with contextlib.suppress(GLib.GError):  # it opened a dialog, and answers when that is closed
        actions.doAction(wanted)


def wait(ready):
    """Let events come in until `ready` gives something; return it."""
    for _ in range(LOOKS):
        try:
            if answer := ready():
                return answer
        except (GLib.GError, AttributeError, StopIteration):
            pass  # not there yet, or not there any more
        loop = GLib.MainLoop()
        GLib.timeout_add(LOOK_MS, loop.quit)
        loop.run()
    raise SystemExit(f"waited in vain at line {sys._getframe(1).f_lineno}; heard: {HEARD}")


def say(step, **what):
    print(json.dumps({"step": step, **what}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
