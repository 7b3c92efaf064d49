"""Counting the tag table of ``attribution.learned.tagger`` on silver tags."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from diplotext.attribution.learned.tagger import BOUNDARY, TAGS, TagTable, suffix_key, tag_key
from training.silver import TaggedParagraph

MIN_WORD = 3  # words seen less often have their suffix's class
MIN_SUFFIX = 20
RARE = 5  # suffixes are learned from words seen at most so often
UNAMBIGUOUS = 0.985
OWN_CLASSES = 300  # the commonest ambiguous words have a class of their own
MIN_SHARE = 0.03

_TAG_IDS = {tag: index for index, tag in enumerate(TAGS)}


def merged_tag(tag: str) -> int:
    """The index in ``TAGS`` of a Penn tag."""
    if tag in _TAG_IDS:
        return _TAG_IDS[tag]
    if tag[:1] == "W":
        return _TAG_IDS["W"]
    merged = {"NNPS": "NNP", "PDT": "DT", "RBR": "RB", "RBS": "RB", "JJR": "JJ", "JJS": "JJ"}
    merged |= {"EX": "PRP", "``": "Q", "''": "Q", "-LRB-": ":", "-RRB-": ":", "HYPH": ":"}
    return _TAG_IDS[merged.get(tag, "X")]


def _class_names(counts: dict[str, Counter[int]]) -> dict[str, tuple[object, ...]]:
    """A name for each word's class: its only tag, its set of tags, or the word itself."""
    names: dict[str, tuple[object, ...]] = {}
    ambiguous = []
    for key, tags in counts.items():
        total = sum(tags.values())
        top, most = tags.most_common(1)[0]
        if most >= UNAMBIGUOUS * total:
            names[key] = (top,)
        else:
            shares = [tag for tag, n in tags.most_common() if n >= MIN_SHARE * total][:3]
            names[key] = ("set", *shares)
            ambiguous.append((total - most, key))
    for _, key in sorted(ambiguous, reverse=True)[:OWN_CLASSES]:
        names[key] = ("word", key)
    return names


def count_tag_table(paragraphs: Iterable[TaggedParagraph]) -> TagTable:
    """The table for the paragraphs given."""
    tagged = [(p.words, [merged_tag(tag) for tag in p.tags]) for p in paragraphs]
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for words, tags in tagged:
        for word, tag in zip(words, tags, strict=True):
            counts[tag_key(word)][tag] += 1
    suffix_counts: dict[str, Counter[int]] = defaultdict(Counter)
    for key, tags_of_key in counts.items():
        if sum(tags_of_key.values()) <= RARE:
            suffix = suffix_key(key)
            suffix_counts[suffix].update(tags_of_key)
            suffix_counts[suffix[0]].update(tags_of_key)
    suffix_counts["x"][_TAG_IDS["NN"]] += 1
    common = {key: tags for key, tags in counts.items() if sum(tags.values()) >= MIN_WORD}
    shapes = {suffix[0] for suffix in suffix_counts}
    kept = {
        suffix: tags
        for suffix, tags in suffix_counts.items()
        if sum(tags.values()) >= MIN_SUFFIX or suffix in shapes
    }
    names = _class_names(common)
    suffix_names: dict[str, tuple[object, ...]] = {suffix: ("suffix", suffix) for suffix in kept}
    # The ids are ten bits wide: suffixes that only repeat their shape's tags are left out.
    used = sorted({*names.values(), *suffix_names.values()}, key=repr)
    room = BOUNDARY - (len(used) - len(suffix_names))
    rank = sorted(kept, key=lambda s: (s not in shapes, -sum(kept[s].values()), s))
    suffix_names = {suffix: ("suffix", suffix) for suffix in rank[:room]}
    used = sorted({*names.values(), *suffix_names.values()}, key=repr)
    ids = {name: index for index, name in enumerate(used)}
    fixed = [int(str(name[0])) if len(name) == 1 else -1 for name in used]
    table = TagTable(
        {key: ids[name] for key, name in names.items()},
        {suffix: ids[name] for suffix, name in suffix_names.items()},
        fixed,
        {},
        {},
        {},
    )
    return _with_contexts(table, tagged)


def _with_contexts(table: TagTable, tagged: list[tuple[list[str], list[int]]]) -> TagTable:
    """The same classes with the tags counted in context."""
    alone: dict[int, Counter[int]] = defaultdict(Counter)
    pairs: dict[int, Counter[int]] = defaultdict(Counter)
    triples: dict[int, Counter[int]] = defaultdict(Counter)
    for words, tags in tagged:
        classes = [table.class_of(word) for word in words]
        previous = BOUNDARY
        for index, (current, tag) in enumerate(zip(classes, tags, strict=True)):
            if table.fixed[current] < 0:
                after = classes[index + 1] if index + 1 < len(classes) else BOUNDARY
                alone[current][tag] += 1
                pairs[previous << 10 | current][tag] += 1
                triples[previous << 20 | current << 10 | after][tag] += 1
            previous = tag
    likeliest = {key: tags.most_common(1)[0][0] for key, tags in alone.items()}
    after_tag: dict[int, int] = {}
    for key, tags_of in pairs.items():
        best = _best(tags_of, alone[key & 1023], 1.0)
        if best != likeliest[key & 1023]:
            after_tag[key] = best
    between: dict[int, int] = {}
    for key, tags_of in triples.items():
        pair = key >> 10
        best = _best(tags_of, pairs[pair], 2.0)
        if best != after_tag.get(pair, likeliest[pair & 1023]):
            between[key] = best
    return TagTable(table.classes, table.suffixes, table.fixed, likeliest, after_tag, between)


def _best(counts: Counter[int], prior: Counter[int], weight: float) -> int:
    """The likeliest tag, the shorter context's distribution counting as ``weight`` cases."""
    total = sum(prior.values())
    return max(counts, key=lambda tag: (counts[tag] + weight * prior[tag] / total, -tag))
