"""Peers that need no understanding: each finds the known phrasing nearest to a text, and how near it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import bm25s  # type: ignore[import-not-found, import-untyped, unused-ignore]
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped, unused-ignore]

from bot.language.hangul import to_jamo
from bot.language.normalise import clean

#: The place of the nearest phrasing and its score, higher for nearer.
Nearest = Callable[[str], tuple[int, float]]

_WORD = re.compile(r"[가-힣]+|[a-z0-9]+")


def wratio(known: Sequence[str]) -> Nearest:
    """By rapidfuzz's weighted ratio of the letters, on texts in small letters."""
    cleaned = [clean(text) for text in known]

    def nearest(text: str) -> tuple[int, float]:
        found = process.extractOne(clean(text), cleaned, scorer=fuzz.WRatio)
        return (found[2], found[1]) if found else (0, 0.0)

    return nearest


def tf_idf(known: Sequence[str]) -> Nearest:
    """By the cosine of rare letter sequences: two to four letters, Hangul taken apart, within words."""
    weights = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, preprocessor=_letters)
    matrix = weights.fit_transform(known).tocsc()

    def nearest(text: str) -> tuple[int, float]:
        scores = (matrix @ weights.transform([text]).T).toarray().ravel()
        best = int(scores.argmax())
        return best, float(scores[best])

    return nearest


def bm25(known: Sequence[str]) -> Nearest:
    """By BM25 over Latin words and pairs of Korean syllables, as search engines index Korean."""
    ranking = bm25s.BM25()
    ranking.index([_terms(text) for text in known], show_progress=False)

    def nearest(text: str) -> tuple[int, float]:
        terms = [term for term in _terms(text) if term in ranking.vocab_dict]
        if not terms:
            return 0, 0.0
        scores = ranking.get_scores(terms)
        best = int(scores.argmax())
        return best, float(scores[best])

    return nearest


PEERS: dict[str, Callable[[Sequence[str]], Nearest]] = {
    "rapidfuzz WRatio, nearest": wratio,
    "TF-IDF over letters, nearest": tf_idf,
    "BM25, nearest": bm25,
}


def _letters(text: str) -> str:
    return to_jamo(clean(text))


def _terms(text: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(clean(text)):
        pairs = [word[place : place + 2] for place in range(len(word) - 1)]
        found += pairs if word[0] >= "가" and pairs else [word]
    return found
