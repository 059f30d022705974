"""What can be asked on the command line, and which function answers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app import __version__
from briefing_app.command_line.commands import COMMANDS
from briefing_app.command_line.handout_arguments import add_handout_arguments, plan_of
from briefing_app.command_line.saving import add_output_arguments
from briefing_app.export.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EPILOG = """\
PATH is the folder of a briefing, a .briefing file, or a handout PDF that carries its briefing.
A folder that is called like a command is opened as ./check.
Exit codes: 0 done, 1 the content has problems, 2 wrong use or cannot start.
"""


def run_command(given: Sequence[str]) -> int:
    """Run what was asked for; return the exit code.

    Raises:
        SystemExit: --help, --version or wrong use, as argparse does.
        BriefingError: it could not be done.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows its code
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    if given[0] not in COMMANDS and not given[0].startswith("-"):
        parser.error(_no_such_command(given))
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_usage(sys.stderr)
        return 2
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


# Each command is imported when it is asked for.
def _check(options: argparse.Namespace) -> int:
    from briefing_app.command_line.check import check

    return check(options.paths)


def _search(options: argparse.Namespace) -> int:
    from briefing_app.command_line.search import search

    return search(options.query, options.briefings, as_json=options.json, limit=options.limit)


def _handout(options: argparse.Namespace) -> int:
    from briefing_app.command_line.handout import handout

    return handout(
        options.path,
        options.output,
        plan_of(options),
        sections=options.sections,
        claims=options.claims,
        force=options.force,
    )


def _export(options: argparse.Namespace) -> int:
    from briefing_app.command_line.export import export

    return export(
        options.path,
        options.output,
        form=options.format,
        query=options.query,
        columns=options.columns,
        exact=options.exact,
        separator=options.separator,
        force=options.force,
    )


def _pack(options: argparse.Namespace) -> int:
    from briefing_app.command_line.pack import pack

    return pack(options.path, options.output, force=options.force)


def _new(options: argparse.Namespace) -> int:
    from briefing_app.command_line.new import new

    return new(options.folder)


def _schema(options: argparse.Namespace) -> int:
    from briefing_app.command_line.schema import schema

    return schema(options.name, options.output)


def _no_such_command(given: Sequence[str]) -> str:
    from difflib import get_close_matches

    first = given[0]
    if len(given) > 1 and Path(first).exists():
        return "one briefing at a time"
    near = get_close_matches(first, COMMANDS, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"there is no command, file or folder “{first}”.{hint}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing-app",
        usage="briefing-app [PATH]\n       briefing-app COMMAND …",
        description="Reads, questions and hands out structured briefings, offline. "
        "With a PATH or nothing it opens the window.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"briefing-app {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="briefing-app"
    )
    _add_check(commands)
    _add_search(commands)
    _add_handout(commands)
    _add_export(commands)
    _add_pack(commands)
    new = commands.add_parser("new", help="make a small briefing to start from")
    new.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is not there yet")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="the JSON Schemas of the content, for editors")
    schema.add_argument("name", nargs="?", metavar="NAME", help="only this one")
    schema.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="write files instead")
    schema.set_defaults(run=_schema)
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="list every problem: file:line:col: severity: path: message",
        description="Lists every problem, one a line: file:line:col: severity: path: message. "
        "Prints nothing if there is none.",
    )
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.set_defaults(run=_check)


def _add_search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = commands.add_parser(
        "search",
        help="search the claims of a briefing",
        description='Searches the claims. Words must all be there; also: "a phrase", -not, OR, '
        "( ), begin*, =exact, and the fields actor: place: tag: section: type: confidence: source: "
        "id: date: family: status:, as in date:2021-08..2022 or type:statistic,event.",
    )
    search.add_argument(
        "-b",
        "--briefing",
        dest="briefings",
        action="append",
        type=Path,
        metavar="PATH",
        help="which briefing; may be given more than once (default: the shipped one)",
    )
    search.add_argument("--json", action="store_true", help="one JSON object")
    search.add_argument("--limit", type=_count, metavar="N", help="at most N claims")
    search.add_argument(
        "query", nargs="+", metavar="QUERY", help="put -- before a query that begins with a minus"
    )
    search.set_defaults(run=_search)


def _add_handout(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    handout = commands.add_parser("handout", help="make the PDF handout")
    add_handout_arguments(handout)
    handout.set_defaults(run=_handout)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser(
        "export",
        help="write the claims or sources as data for other programs",
        description=f"Writes the claims ({', '.join(f.name for f in FORMATS if f.has_claims)}) or "
        f"the sources ({', '.join(f.name for f in FORMATS if not f.has_claims)}). "
        "In CSV a cell that a spreadsheet would calculate gets an apostrophe before it.",
    )
    export.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="which briefing (default: the shipped)"
    )
    export.add_argument("--format", required=True, choices=[form.name for form in FORMATS])
    add_output_arguments(export, "OUT")
    export.add_argument(
        "--query", metavar="QUERY", help="only the claims that the query finds, and their sources"
    )
    export.add_argument(
        "--columns", metavar="NAME,NAME", help="the columns of the CSV, in order (default: all)"
    )
    export.add_argument(
        "--exact", action="store_true", help="CSV without apostrophes before formulas and dates"
    )
    export.add_argument(
        "--separator",
        choices=("comma", "semicolon", "tab"),
        default="comma",
        help="between the cells of the CSV (default: comma)",
    )
    export.set_defaults(run=_export)


def _add_pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser(
        "pack",
        help="make one .briefing file of a briefing, to hand on",
        description="Writes a briefing as one file. The same briefing gives the same bytes.",
    )
    pack.add_argument("path", type=Path, metavar="PATH")
    add_output_arguments(pack, "FILE.briefing")
    pack.set_defaults(run=_pack)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of claims")
    return int(text)
