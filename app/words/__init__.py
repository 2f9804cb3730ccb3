"""Sentences, dates and numbers in the language asked for; a language is an argument, never a global."""

from app.words.language import LANGUAGES, Words, words_for
from app.words.moments import Moment

__all__ = ["LANGUAGES", "NN_", "N_", "Moment", "Words", "words_for"]


def N_(sentence: str) -> str:
    """Mark an English sentence for translation where no language is known yet; returns it unchanged."""
    return sentence


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark the singular and the plural of a sentence for translation; to be said with `words.plural(*pair, n)`."""
    return one, many
