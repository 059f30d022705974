"""`pack` on the command line, and a pack wherever a PATH is taken."""

import json
import shutil

import pytest

from briefing_app.__main__ import main


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return run


@pytest.fixture
def pack(run, shipped_briefing_path, tmp_path):
    file = tmp_path / "one.briefing"
    assert run("pack", shipped_briefing_path, "-o", file) == (0, "", "")
    return file


def test_check_and_search_read_a_pack(run, pack, shipped_briefing_path):
    assert run("check", pack) == (0, "", "")
    assert json.loads(run("search", "--json", "-b", pack, "durand")[1]) == json.loads(
        run("search", "--json", "-b", shipped_briefing_path, "durand")[1]
    )


def test_packing_a_pack_gives_the_same_file(run, pack, tmp_path):
    assert run("pack", pack, "-o", tmp_path / "two.briefing") == (0, "", "")
    assert (tmp_path / "two.briefing").read_bytes() == pack.read_bytes()


@pytest.mark.slow
def test_a_pack_gives_the_handout_of_its_folder(run, pack, shipped_briefing_path, tmp_path):
    files = [tmp_path / "folder.pdf", tmp_path / "pack.pdf"]
    for path, file in zip((shipped_briefing_path, pack), files, strict=True):
        assert run("handout", path, "--depth", "one-page", "-o", file) == (0, "", "")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_briefing_with_errors_is_not_packed(run, tmp_path, repository):
    folder = shutil.copytree(repository / "tests/fixtures/valid/minimal", tmp_path / "briefing")
    text = (folder / "briefing.yaml").read_text("utf-8")
    (folder / "briefing.yaml").write_text(f"{text}\nsummary_ignored: x\n", "utf-8")
    code, _, err = run("pack", folder, "-o", tmp_path / "x.briefing")
    assert code == 1
    assert "free of errors" in err
    assert not (tmp_path / "x.briefing").exists()


def test_a_pack_that_cannot_be_written(run, shipped_briefing_path, tmp_path):
    code, _, err = run("pack", shipped_briefing_path, "-o", tmp_path / "no" / "x.briefing")
    assert code == 2
    assert "does not exist" in err
    assert run("pack", tmp_path / "nowhere", "-o", tmp_path / "x.briefing")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_an_altered_pack_is_refused(run, pack):
    data = pack.read_bytes()
    pack.write_bytes(data[:-1])
    code, out, err = run("check", pack)
    assert (code, out) == (1, "")
    assert "cut off" in err
    assert run("search", "-b", pack, "x")[0] == 1
