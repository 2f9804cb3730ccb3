"""What the languages of papers are called."""

from app.words import N_

LANGUAGES = {"en": N_("English"), "ru": N_("Russian"), "es": N_("Spanish")}
