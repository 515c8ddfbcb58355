"""Which page of the one book is which of the other."""

from __future__ import annotations

from progprint.proofs.align import Match, Sheet, align


def sheet(text: str) -> Sheet:
    return Sheet(frozenset(text.split()), text)


def matched(old: str, new: str) -> list[tuple[int | None, int | None, bool]]:
    """Books as pages between bars."""
    books = ([sheet(page.strip()) for page in book.split("|")] for book in (old, new))
    return [tuple(match) for match in align(*books, lambda a, b: 0.0)]


def test_a_page_put_in_moves_no_other() -> None:
    old, new = "a b c | d e f | g h i", "a b c | x y z | d e f | g h i"
    assert matched(old, new) == [(0, 0, False), (None, 1, False), (1, 2, False), (2, 3, False)]


def test_a_changed_page_stays_the_same_page() -> None:
    assert matched("a b c d | e f g h", "a b c x | e f g h") == [(0, 0, False), (1, 1, False)]


def test_a_page_put_in_beside_a_changed_one() -> None:
    old, new = "a b c d | k l m n", "x y z w | a b c q | k l m o"
    assert matched(old, new) == [(None, 0, False), (0, 1, False), (1, 2, False)]


def test_pages_taken_out() -> None:
    assert matched("a b | c d | e f", "a b | e f") == [(0, 0, False), (1, None, False), (2, 1, False)]


def test_a_moved_page_is_neither_new_nor_gone() -> None:
    old, new = "a b c | d e f | g h i | j k l", "d e f | g h i | j k l | a b c"
    assert matched(old, new) == [(1, 0, False), (2, 1, False), (3, 2, False), (0, 3, True)]


def test_pages_without_words_are_known_by_their_pictures() -> None:
    empty = [Sheet(frozenset(), key) for key in "ab"], [Sheet(frozenset(), key) for key in "xy"]
    assert align(*empty, lambda one, other: float(one != other)) == [
        Match(None, 0), Match(0, 1), Match(1, None),
    ] or align(*empty, lambda one, other: float(one != other)) == [Match(0, None), Match(1, 0), Match(None, 1)]


def test_two_books_that_share_nothing_end_soon() -> None:
    old, new = ([sheet(f"{book}{n}") for n in range(600)] for book in "ab")
    assert len(align(old, new, lambda a, b: 0.0)) == 600
