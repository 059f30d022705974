"""How alike a text and each claim of a briefing are in meaning, whatever words they use."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from briefing_app import paths
from briefing_app.errors import WriteError
from briefing_app.plain_file import read_plain_file
from briefing_app.search.meaning.sentence_model import SentenceModel, is_installed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_CLAIMS: Final = 20_000  # 10 ms each, the first time
_KEPT_FROM: Final = 20  # claims; fewer are as soon read by the model as from the disk
_MOST_FILES: Final = 8  # the oldest go
_SEAL: Final = hashlib.sha256().digest_size
_LENGTH: Final = 384  # of a vector
_MOST_TOLD: Final = 64  # texts that were asked about


def claim_meaning(texts: Sequence[str]) -> ClaimMeaning | None:
    """Return what compares texts with claims; None without the extra, or with too many claims."""
    if not 0 < len(texts) <= MOST_CLAIMS or not is_installed():
        return None
    try:
        return ClaimMeaning(SentenceModel(), texts)
    except Exception:  # noqa: BLE001  onnxruntime has an error of its own for each reason
        return None  # as without the extra


class ClaimMeaning:
    """The vectors of one briefing's claims, and the model that makes one of a query."""

    def __init__(self, model: SentenceModel, texts: Sequence[str]) -> None:
        """Read the vectors of the claims' texts from the cache folder, or make and keep them."""
        self._model = model
        self._vectors = _kept_vectors(model, texts)
        self._told: dict[str, Sequence[float]] = {}

    def alike(self, text: str) -> Sequence[float]:
        """Return for each claim how alike it and the text are: a cosine, -1 to 1."""
        if text not in self._told:
            if len(self._told) >= _MOST_TOLD:
                self._told.clear()
            cosines: list[float] = (self._vectors @ self._model.vectors([text])[0]).tolist()
            self._told[text] = cosines
        return self._told[text]


def _kept_vectors(model: SentenceModel, texts: Sequence[str]) -> Any:
    import numpy as np

    file = _file_of(model, texts) if len(texts) >= _KEPT_FROM else None
    if file is not None:
        try:
            data = read_plain_file(file, _SEAL + MOST_CLAIMS * _LENGTH * 2)
        except OSError:
            data = b""
        body = data[_SEAL:]
        if len(body) == len(texts) * _LENGTH * 2 and data[:_SEAL] == _seal(body):
            return np.frombuffer(body, "<f2").reshape(-1, _LENGTH).astype(np.float32)
    vectors = model.vectors(texts)
    if file is not None:
        _keep(file, vectors.astype("<f2").tobytes())
    return vectors


def _keep(file: Path, body: bytes) -> None:
    """Keep vectors for the next time; where that is not possible they are made again."""
    from briefing_app.atomic_write import write_atomically

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(file, _seal(body) + body)
        kept = sorted(file.parent.glob("*.vectors"), key=lambda one: -one.stat().st_mtime)
        for old in kept[_MOST_FILES:]:
            old.unlink(missing_ok=True)
    except (OSError, WriteError):
        return


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _file_of(model: SentenceModel, texts: Sequence[str]) -> Path | None:
    base = paths.cache_folder()
    if base is None:
        return None
    name = hashlib.sha256(model.name.encode())
    for text in texts:
        name.update(hashlib.sha256(text.encode()).digest())
    return base / "meaning" / f"{name.hexdigest()[:32]}.vectors"
