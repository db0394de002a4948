"""Turn ../shared/data into the corpora that the Portuguese pipeline is trained on, under training/work/pt."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from training.augment import augment
from training.corpus import Sentence, Token, blocks, grouped, read_conllu, read_entities, to_doc

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
WORK = ROOT / "training" / "work" / "pt"


PARAMOPAMA = {"PESSOA": "I-PER", "ORGANIZACAO": "I-ORG", "LOCAL": "I-LOC"}
WIKIANN = {f"{place}-{kind}": f"{place}-{kind}" for place in "BI" for kind in ("PER", "ORG", "LOC")}


def silver(path: Path, labels: dict[str, str]) -> Iterator[Sentence]:
    """The sentences of a silver corpus with entities alone; ``labels`` maps its labels to ours, all others are no entity."""
    for rows in blocks(path):
        tokens: list[Token] = []
        for row in rows:
            form = row[0].removeprefix("pt:")
            if len(row) == 2 and form:
                if form[0] in ",.;:!?)" and tokens:
                    tokens[-1].space = False
                tokens.append(Token(form, "", "", "", len(tokens), "", form != "(", labels.get(row[1], "O")))
        if 3 <= len(tokens) <= 80:
            yield Sentence(tokens)


def main() -> None:
    nlp = spacy.blank("pt")
    rng = random.Random(1)
    entities = {split: read_entities(DATA / "ner" / f"uner_pt_bosque-{split}.iob2.xz") for split in ("train", "dev")}
    bosque = {
        split: list(read_conllu(DATA / "ud" / f"pt_bosque-{split}.conllu.xz", entities.get(split))) for split in ("train", "dev", "test")
    }
    news = [s for part in ("part", "dev") for s in read_conllu(DATA / "ud" / f"pt_porttinari-{part}.conllu.xz")]
    (WORK / "treebanks").mkdir(parents=True, exist_ok=True)

    def write(name: str, groups: Iterator[list[Sentence]]) -> None:
        docs = DocBin(docs=[to_doc(nlp, copy.deepcopy(group)) for group in groups], store_user_data=True)
        docs.to_disk(WORK / f"{name}.spacy")
        print(f"{name}: {len(docs)} documents, {sum(len(d) for d in docs.get_docs(nlp.vocab))} tokens")

    def training(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
        at = 0
        while at < len(sentences):
            size = rng.choice((1, 1, 2, 3, 5))
            yield sentences[at : at + size]
            at += size

    plain = bosque["train"] + news
    write("treebanks/short", training(plain + [augment(copy.deepcopy(s), rng) for s in plain if rng.random() < 0.3]))
    write("treebanks/long", grouped(plain, 8))  # where sentences end, headlines without a stop among them, shows in long documents
    for split in ("dev", "test"):
        write(split, grouped(bosque[split], 10))
    named = [s for s in bosque["train"] if s.tokens[0].entity != "-"]
    wiki = [
        *silver(DATA / "ner" / "paramopama_pt.txt.xz", PARAMOPAMA),
        *silver(DATA / "ner" / "wikiann_pt-train.tsv.xz", WIKIANN),
    ]
    write("ner-silver", training(wiki + named * 2))
    write("ner-train", training(named + [augment(copy.deepcopy(s), rng) for s in named if rng.random() < 0.3]))
    write("ner-dev", grouped([s for s in bosque["dev"] if s.tokens[0].entity != "-"], 10))


if __name__ == "__main__":
    main()
