"""What a password must be (口令复杂度; GB/T 22239-2019 asks for complexity and gives no number).

At least eight characters of three kinds, as is the habit; a sentence of sixteen or more is strong
without. Nothing is changed at intervals: forced changes make people write passwords down.
"""

import unicodedata

SHORTEST = 8
SENTENCE = 16
LONGEST = 128
"""Longer ones are refused, not cut."""
_KINDS = 3


def normal(password: str) -> str:
    """The password as it is hashed: whatever keyboard wrote it, the same letters are the same bytes."""
    return unicodedata.normalize("NFC", password)


def is_strong(password: str, login: str) -> bool:
    """Whether the password may be one of that login's.

    >>> is_strong("Diesel-2025", "wangmin"), is_strong("diesel2025", "wangmin"), is_strong("Wangmin-2025", "wangmin")
    (True, False, False)
    """
    text = normal(password)
    if (
        not SHORTEST <= len(text) <= LONGEST
        or not text.isprintable()
        or _holds(text, login)
        or len(set(text)) < SHORTEST // 2
    ):
        return False
    return len(text) >= SENTENCE or len(set(map(_kind, text))) >= _KINDS


def _holds(text: str, login: str) -> bool:
    return bool(login) and normal(login).casefold() in text.casefold()


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if character.isupper():
        return "upper"
    return "lower" if character.islower() else "other"
