"""`export` on the command line."""

import csv
import json

import pytest

from briefing_app.__main__ import main

FORMATS = ("csv", "csl-json", "bibtex", "markdown", "json-ld")


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_written(run, tmp_path, form):
    file = tmp_path / "out"
    assert run("export", "--format", form, "-o", file) == (0, "", "")
    assert file.stat().st_size > 500
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_search_and_columns_of_ones_choice(run, tmp_path):
    file = tmp_path / "out.csv"
    words = ["--query", "type:statistic", "--columns", "id, type"]
    assert run("export", "--format", "csv", "-o", file, *words)[0] == 0
    header, *rows = csv.reader(file.read_text("utf-8-sig").splitlines())
    assert header == ["id", "type"]
    found = json.loads(run("search", "--json", "type:statistic")[1])["hits"]
    assert sorted(row[0] for row in rows) == sorted(hit["id"] for hit in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xls"], "json-ld"),
        (["--format", "csv", "--columns", "colour"], "There are: id"),
        (["--format", "csv", "--columns", ","], "No column"),
        (["--format", "bibtex", "--exact"], "for --format csv"),
        (["--format", "csv", "--query", "quetta"], "No claim is found"),
        (["nowhere", "--format", "csv"], "no such"),
        ([], "--format"),
    ],
)
def test_wrong_use_leaves_no_file(run, tmp_path, words, said):
    code, out, err = run("export", "-o", tmp_path / "out", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_where_it_cannot_be_written(run, tmp_path):
    (tmp_path / "out").mkdir()
    code, _, err = run("export", "--format", "csv", "-o", tmp_path / "out")
    assert code == 2
    assert "belongs to a folder" in err
    assert list((tmp_path / "out").iterdir()) == []


def test_the_separator_of_a_table(repository, tmp_path, capsys):
    briefing, output = str(repository / "tests/fixtures/valid/minimal"), tmp_path / "out.csv"
    command = ["export", briefing, "-o", str(output), "--separator", "semicolon"]
    assert main([*command, "--format", "csv", "--columns", "id,type"]) == 0
    assert output.read_text("utf-8-sig").startswith('"id";"type"')
    assert main([*command, "--format", "markdown"]) == 2
    assert "--separator are for --format csv" in capsys.readouterr().err
