"""Forms and checklists of a client: the list, the form to fill, and the words of a form (1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.plan import Form
from ui.dialogs.form.listing import FormsList
from ui.dialogs.form.sheet import FormSheet

if TYPE_CHECKING:
    from ui.workbench import Workbench

__all__ = ["FormSheet", "FormsList", "form_item"]


def form_item(workbench: Workbench, form: Form, *, parent: QWidget | None = None) -> FormSheet:
    """The form that was begun, as any item is opened from its row."""
    return FormSheet(workbench, form.client, parent=parent, form=form.number)
