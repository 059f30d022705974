"""The command line as it is used: what goes in, what comes out, how it ends."""

import io
import json
import logging
import os
import shutil
import sys
from pathlib import Path

import pytest

from briefing_app import __version__
from briefing_app.__main__ import main
from briefing_app.command_line.printable import printable
from briefing_app.errors import HandoutError


class Said:
    """What a command wrote, and its exit code."""

    def __init__(self, code, captured):
        self.code, self.out, self.err = code, captured.out, captured.err
        assert "Traceback" not in self.err


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        return Said(code, capsys.readouterr())

    return run


@pytest.fixture
def copy(shipped_briefing_path, tmp_path):
    """The shipped briefing where it may be spoilt."""
    return Path(shutil.copytree(shipped_briefing_path, tmp_path / "briefing"))


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


# --- check


def test_check_says_nothing_about_a_sound_briefing(run, shipped_briefing_path):
    said = run("check", shipped_briefing_path)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_check_names_file_line_and_column(run, copy):
    spoil(copy, "claims.yaml", "type: event", "type: evnt")
    said = run("check", copy)
    assert said.code == 1
    (line,) = [line for line in said.out.splitlines() if "evnt" in line or "event" in line]
    file, row, column, severity, rest = line.split(":", 4)
    assert Path(file) == copy / "claims.yaml"
    wrong = (copy / "claims.yaml").read_text("utf-8").splitlines()[int(row) - 1]
    assert "evnt" in wrong[int(column) - 1 :]
    assert severity.strip() == "error"
    assert rest.strip()


def test_check_names_the_folder_as_it_was_given(run, copy, monkeypatch):
    spoil(copy, "claims.yaml", "type: event", "type: evnt")
    monkeypatch.chdir(copy.parent)
    assert run("check", "briefing").out.startswith(f"briefing{os.sep}claims.yaml:")


def test_check_takes_several_briefings_and_tells_the_worst(run, copy, shipped_briefing_path):
    spoil(copy, "claims.yaml", "type: event", "type: evnt")
    assert run("check", shipped_briefing_path, copy).code == 1
    assert run("check", shipped_briefing_path, copy.parent / "nowhere").code == 2
    assert run("check", shipped_briefing_path, shipped_briefing_path).code == 0


def test_check_of_a_briefing_that_cannot_be_read_at_all(run, copy):
    (copy / "briefing.yaml").write_text("format: [")
    said = run("check", copy)
    assert said.code == 1
    assert "briefing.yaml" in said.out + said.err


# --- search

CORPUS = Path(__file__).parent.parent / "fixtures" / "valid" / "afghan-century"


def test_search_prints_rows_to_read(run):
    said = run("search", "ceasefire")
    first = said.out.splitlines()[0]
    assert said.code == 0
    assert first.startswith("R17  Terrorism  Nov 2021  ")
    assert "ceasefire" in first


def test_search_as_json_has_exactly_the_promised_keys(run, shipped_briefing_path):
    said = run("search", "-b", shipped_briefing_path, "--json", "--limit", "2", "ceasefire")
    answer = json.loads(said.out)
    assert list(answer) == ["query", "total", "hits", "nearest", "also", "notices"]
    assert (answer["query"], answer["total"], len(answer["hits"])) == ("ceasefire", 5, 2)
    hit = answer["hits"][0]
    assert list(hit) == ["id", "section", "text", "score", "matched"]
    assert (hit["id"], hit["section"]) == ("R17", "terrorism")
    assert [hit["text"][start:end] for start, end in hit["matched"]] == ["ceasefire"]


def test_search_joins_words_and_takes_options_in_any_place(run):
    assert json.loads(run("search", "peshawar", "mosque", "--json").out)["hits"][0]["id"] == "R11"


def test_search_takes_a_minus_after_two_dashes(run):
    answer = json.loads(run("search", "--json", "--", "-ceasefire", "prisoners").out)
    assert [hit["id"] for hit in answer["hits"]] == ["R18"]


def test_search_in_several_briefings_says_which(run, shipped_briefing_path, tmp_path):
    run("new", tmp_path / "second")
    said = run("search", "--json", "-b", shipped_briefing_path, "-b", tmp_path / "second", "claim")
    answer = json.loads(said.out)
    assert "second" in {hit["briefing"] for hit in answer["hits"]}
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_search_tells_what_it_could_not_read_in_the_query(run):
    said = run("search", "actr:iskp")
    assert said.code == 0
    assert "Did you mean actor:?" in said.err
    assert "R10" in said.out


def test_search_tells_what_it_added_and_how_to_search_without(run):
    said = run("search", "dawood khan")
    assert said.out.startswith("H4  ")
    assert said.err.startswith("briefing-app: also searched for: Daoud")
    assert "=dawood =khan" in said.err
    exact = run("search", "=dawood", "=khan")
    assert "also searched for" not in exact.err


def test_search_in_several_briefings_tells_of_every_one_what_it_added(run, shipped_briefing_path):
    said = run("search", "-b", shipped_briefing_path, "-b", CORPUS, "massod")
    assert "also searched for: Massoud" in said.err
    assert "afghan-century B12" in said.out


def test_search_marks_what_was_found_by_a_guess(run):
    guessed = json.loads(run("search", "--json", "ceasfire").out)["hits"]
    assert guessed[0]["id"] == "R17"
    assert all(hit["guessed"] for hit in guessed)


def test_search_that_finds_nothing_says_so_and_what_would_help(run):
    said = run("search", "ceasefire", "quetta")
    assert (said.code, said.out) == (0, "")
    *near, title, offer = said.err.splitlines()
    assert near[0] == "briefing-app: nearest, without some of the words:"
    assert near[1].startswith("briefing-app: R17  The TTP announced a ceasefire")
    assert near[1].endswith("(without quetta)")
    assert title == "briefing-app: no claim has all of this"
    assert offer == "briefing-app: without quetta: 5 claims"
    assert "in the text: Overview ¶" in run("search", "LSE").err


def test_search_tells_where_else_the_words_are_below_the_claims(run, shipped_briefing_path):
    said = run("search", "satp")
    assert said.out.startswith("R12  ")
    assert said.err.splitlines()[-3:] == [
        "briefing-app: in the text: Overview ¶6; Terrorism ¶5",
        "briefing-app: people and places: South Asia Terrorism Portal",
        "briefing-app: sources: South Asia Terrorism Portal",
    ]
    several = run("search", "-b", shipped_briefing_path, "-b", CORPUS, "kabul")
    assert "pakistan-afghanistan-2022: people and places: Kabul" in several.err
    assert "afghan-century: people and places: Kabul" in several.err


def test_search_in_several_briefings_stops_at_one_that_cannot_be_opened(run, tmp_path):
    said = run("search", "-b", CORPUS, "-b", tmp_path / "nowhere", "kabul")
    assert (said.code, said.out) == (2, "")
    assert "nowhere: there is no such file or folder" in said.err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07\x1b[2J", "\ufffd]0;owned\ufffd\ufffd[2J"),
        ("a\nb\tc", "a b c"),
        ("\u202egnp.exe \x9b \ud83d", "\ufffdgnp.exe \ufffd \ufffd"),
        ("می\u200cخواهم – “naïve”", "می\u200cخواهم – “naïve”"),
    ],
)
def test_text_of_a_briefing_gives_the_terminal_no_commands(text, shown):
    assert printable(text) == shown


# --- handout


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [[], ["--paper", "letter", "--depth", "one-page"], ["--sections", "history", "--claims", "un"]],
    ids=["whole", "one page", "part"],
)
def test_handout_writes_a_pdf(run, tmp_path, options):
    said = run("handout", "-o", tmp_path / "out.pdf", *options)
    assert (said.code, said.out, said.err) == (0, "", "")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-o", "{}/out.pdf", "--sections", "geography"], "There are: overview, history"),
        (["-o", "{}/out.pdf", "--sections", ","], "Name sections"),
        (["-o", "{}/out.pdf", "--claims", "quetta"], "No claim is found"),
        (["-o", "{}/out.pdf", "{}/nowhere"], "no such"),
        (["-o", "{}/out.pdf", "--paper", "a3"], "a4"),
        ([], "-o"),
    ],
)
def test_handout_that_cannot_be_made_leaves_no_file(run, tmp_path, options, words):
    said = run("handout", *(option.format(tmp_path) for option in options))
    assert said.code == 2
    assert words in said.err
    assert list(tmp_path.iterdir()) == []


# --- new and schema


def test_new_makes_a_briefing_that_is_sound_and_can_be_searched(run, tmp_path):
    folder = tmp_path / "Water & Borders 2026"
    said = run("new", folder)
    assert said.code == 0
    assert "check" in said.out
    checked = run("check", folder)
    assert (checked.code, checked.out, checked.err) == (0, "", "")
    assert json.loads(run("search", "--json", "-b", folder, "judgement").out)["total"] == 1
    assert 'id: "Water-Borders-2026"' in (folder / "briefing.yaml").read_text()


@pytest.mark.slow
def test_a_new_briefing_can_be_handed_out(run, tmp_path):
    run("new", tmp_path / "new")
    said = run("handout", tmp_path / "new", "-o", tmp_path / "new.pdf")
    assert (said.code, said.err) == (0, "")
    assert (tmp_path / "new.pdf").exists()


@pytest.mark.slow
def test_a_handout_that_fails_says_where_the_log_is(run, tmp_path, monkeypatch, user_folders):
    def fail(*_arguments):
        logging.getLogger("briefing_app.handout.compile_handout").error("typst: no such font")
        raise HandoutError("The handout could not be set.")

    monkeypatch.setattr("briefing_app.command_line.handout.make_handout", fail)
    said = run("handout", "-o", tmp_path / "out.pdf")
    assert said.code == 2
    assert "could not be set" in said.err
    (log,) = user_folders.rglob("briefing-app.log")
    assert str(log) in said.err
    assert "no such font" in log.read_text()
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("name", ["2026", "---", "ü", "x" * 100, "yes", "null"])
def test_new_finds_an_id_for_any_folder(run, tmp_path, name):
    assert run("new", tmp_path / name).code == 0
    assert run("check", tmp_path / name).out == ""


def test_new_overwrites_nothing(run, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    assert run("new", tmp_path).code == 2
    assert run("new", tmp_path / "mine.txt").code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_schema_is_printed_or_written(run, tmp_path):
    whole = json.loads(run("schema").out)
    one = run("schema", "claims.schema.json")
    assert json.loads(one.out) == whole["claims.schema.json"]
    assert run("schema", "-o", tmp_path / "schema").code == 0
    written = {file.name: json.loads(file.read_text()) for file in (tmp_path / "schema").iterdir()}
    assert written == whole
    assert run("schema", "nothing").code == 2


# --- use and misuse


def test_version(run):
    said = run("--version")
    assert (said.code, said.out.split()) == (0, ["briefing-app", __version__])


def test_help_names_every_command(run):
    said = run("--help")
    assert said.code == 0
    for command in ("check", "search", "handout", "export", "pack", "new", "schema", "PATH"):
        assert command in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "Did you mean check?"),
        (["serach", "x"], "Did you mean search?"),
        (["nowhere"], "no command, file or folder"),
        (["--nonsense"], "nonsense"),
        (["check"], "PATH"),
        (["search"], "QUERY"),
        (["search", "--limit", "-1", "x"], "--limit"),
        (["search", "--limit", "many", "x"], "no number"),
        (["search", "-b", "nowhere", "x"], "nowhere"),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(run, arguments, words):
    said = run(*arguments)
    assert said.code == 2
    assert words in said.err
    assert said.out == ""


def test_a_fault_of_ours_is_one_sentence_and_a_file(run, monkeypatch, user_folders):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("briefing_app.command_line.check.load_briefing", fail)
    said = run("check", "somewhere")
    assert said.code == 2
    assert said.err.count("\n") == 1
    file = Path(said.err.rpartition(" in ")[2].strip().rstrip("."))
    assert "ZeroDivisionError: a fault" in file.read_text()
    assert user_folders in file.parents
    monkeypatch.setenv("BRIEFING_APP_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "somewhere"])


def test_a_reader_that_has_seen_enough_is_no_fault(monkeypatch):
    class Closed(io.TextIOWrapper):
        def write(self, _text):
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed(io.BytesIO()))
    assert main(["search", "ttp"]) == 0
