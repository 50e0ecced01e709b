"""Search engines by 3-grams: SQLite's FTS5 and tantivy, ranked as they rank by themselves."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

Row = tuple[str, str]
_PLAIN = re.compile(r"[^\w ]+")


def fts5(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """FTS5's trigram tokeniser, any 3-gram, ranked by bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    connection.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", enumerate((n for _, n in register), 1))
    yield []
    sql = "SELECT rowid, -bm25(names) FROM names WHERE names MATCH ? ORDER BY bm25(names) LIMIT ?"
    for _, query in queries:
        bare = _PLAIN.sub(" ", query)
        grams = {bare[at : at + 3] for at in range(max(0, len(bare) - 2))}
        wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        rows = connection.execute(sql, (wanted, top)).fetchall() if wanted else []
        yield [(register[place - 1][0], points) for place, points in rows]


def tantivy(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """tantivy's n-gram tokeniser of 3, any 3-gram, ranked by bm25."""
    import tantivy as engine

    builder = engine.SchemaBuilder()
    builder.add_integer_field("place", stored=True)
    builder.add_text_field("name", tokenizer_name="grams")
    index = engine.Index(builder.build())
    grams = engine.TextAnalyzerBuilder(engine.Tokenizer.ngram(3, 3, False)).filter(engine.Filter.lowercase()).build()
    index.register_tokenizer("grams", grams)
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for place, (_, name) in enumerate(register):
        writer.add_document(engine.Document(place=place, name=name))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    yield []
    for _, query in queries:
        bare = _PLAIN.sub(" ", query).lower()
        parts = [
            (engine.Occur.Should, engine.Query.term_query(index.schema, "name", bare[at : at + 3]))
            for at in range(max(0, len(bare) - 2))
        ]
        hits = searcher.search(engine.Query.boolean_query(parts), limit=top).hits if parts else []
        yield [(register[int(searcher.doc(address)["place"][0])][0], points) for points, address in hits]
