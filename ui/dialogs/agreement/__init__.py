"""What both sides agree on, as forms: clients, contacts, persons, versions of the agreement, the owner."""

from ui.dialogs.agreement.agreement_form import AgreementForm
from ui.dialogs.agreement.contact_form import ContactForm
from ui.dialogs.agreement.new_client import NewClient
from ui.dialogs.agreement.owner_form import OwnerForm
from ui.dialogs.agreement.person_form import PersonForm

__all__ = ["AgreementForm", "ContactForm", "NewClient", "OwnerForm", "PersonForm"]
