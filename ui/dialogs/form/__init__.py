"""Forms and checklists of a client: the list, the form to fill, and the words of a form (1.9)."""

from ui.dialogs.form.listing import FormsList
from ui.dialogs.form.sheet import FormSheet

__all__ = ["FormSheet", "FormsList"]
