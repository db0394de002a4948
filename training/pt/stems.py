"""Count how many articles of the news corpus use each stem: ``python -m training.pt.stems`` writes ``language/pt/stems.tsv``."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import lacos.language
from lacos.language.stems import RAREST, stem
from training import annotated

OUT = Path(lacos.language.__file__).parent / "pt" / "stems.tsv"
WORD = re.compile(r"\w{5,}")


def main() -> None:
    texts = [item["text"] for item in annotated.articles().values()]
    counts = Counter(found for text in texts for found in {stem(word) for word in WORD.findall(text) if word.islower()})
    lines = [f"{name}\t{count / len(texts):.4f}\n" for name, count in sorted(counts.items()) if count / len(texts) > RAREST]
    OUT.write_text("".join(["# Share of articles that use a word beginning so (training.pt.stems).\nstem\tshare\n", *lines]), "utf8")


if __name__ == "__main__":
    main()
