"""The names of the commands; apart, so that the window starts without reading the rest."""

COMMANDS = ("check", "search", "handout", "export", "pack", "new", "schema")
