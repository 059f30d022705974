"""Zips of other programs are named as what they are, not called damaged packs."""

import zipfile

import pytest

from briefing_app.errors import ContentError
from briefing_app.loading.briefing_store import open_store

OTHERS = [
    ("mimetype", "application/epub+zip", "a book (EPUB)"),
    ("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument file"),
    ("[Content_Types].xml", "<Types/>", "an Office document"),
    ("_rels/.rels", "<Relationships/>", "an Office document"),
]


@pytest.mark.parametrize(("name", "content", "kind"), OTHERS)
def test_it_is_named(tmp_path, name, content, kind):
    file = tmp_path / "something.briefing"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
        archive.writestr("more.xml", "<x/>")
    with pytest.raises(ContentError) as caught:
        open_store(file)
    assert kind in str(caught.value)
    assert "damaged" not in str(caught.value)
