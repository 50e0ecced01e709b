"""Cosine of TF-IDF over 3-grams: scikit-learn's vectors, sparse_dot_topn's product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = tuple[str, str]


def cosine(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """The best by cosine, times 100."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), lowercase=True)
    matrix = vectoriser.fit_transform(name for _, name in register).T.tocsr()
    yield []
    for start in range(0, len(queries), 256):
        block = vectoriser.transform(query for _, query in queries[start : start + 256])
        found = sp_matmul_topn(block, matrix, top_n=top, threshold=0.05, sort=True)
        for row in range(found.shape[0]):
            span = slice(found.indptr[row], found.indptr[row + 1])
            yield [
                (register[int(place)][0], 100 * float(points))
                for place, points in zip(found.indices[span], found.data[span], strict=True)
            ]
