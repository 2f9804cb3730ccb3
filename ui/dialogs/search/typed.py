"""What stands in the field: words, and filters such as client: or from: in the window's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from app.words import N_, Words

FILTERS: Final[dict[str, str]] = {
    "client": N_("client:"),
    "channel": N_("channel:"),
    "kind": N_("kind:"),
    "from": N_("from:"),
    "to": N_("to:"),
}
"""What each filter is typed as; English is understood beside every language."""

_VALUE: Final = r'("[^"]*"?|[^\s"]*)'


class Token(Struct, frozen=True):
    """A filter as it was typed. `is_open`: the cursor stands at its end, so it may go on."""

    name: str
    value: str
    begin: int
    end: int
    is_open: bool


class Typed(Struct, frozen=True):
    """The words without the filters, and the filters in the order in which they were typed."""

    words: str
    tokens: tuple[Token, ...]

    @property
    def open(self) -> Token | None:
        """The filter whose value is being typed."""
        return next((token for token in self.tokens if token.is_open), None)

    def value_of(self, name: str) -> str | None:
        """The value of a filter; of several the last one. None where it was not typed."""
        return next((token.value for token in reversed(self.tokens) if token.name == name), None)


def filter_word(words: Words, name: str) -> str:
    """What a filter is typed as, with its colon."""
    return words.text(FILTERS[name])


def typed_in(text: str, words: Words) -> Typed:
    """Read a field."""
    names = _names(words)
    pattern = rf"(?<!\S)({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))}){_VALUE}"
    tokens, rest, at = list[Token](), "", 0
    for found in re.finditer(pattern, text, re.IGNORECASE):
        value = found[2]
        is_open = found.end() == len(text) and not (value.endswith('"') and len(value) > 1)
        tokens.append(Token(names[found[1].casefold()], value.strip('"'), found.start(), found.end(), is_open))
        rest += text[at : found.start()]
        at = found.end()
    return Typed(" ".join((rest + text[at:]).split()), tuple(tokens))


def with_filter(text: str, words: Words, name: str, value: str | None) -> str:
    """The field with another value of a filter, at its end; None takes the filter out, "" leaves it to be typed."""
    for token in reversed(typed_in(text, words).tokens):
        if token.name == name:
            text = text[: token.begin] + text[token.end :]
    kept = " ".join(text.split())
    if value is None:
        return kept
    said = f'"{value}"' if re.search(r"\s", value) else value
    return f"{kept} {filter_word(words, name)}{said}{' ' if value else ''}".lstrip()


def _names(words: Words) -> Mapping[str, str]:
    spoken = [(form, name) for name in FILTERS for form in (FILTERS[name], filter_word(words, name))]
    return {form.casefold(): name for form, name in spoken}
