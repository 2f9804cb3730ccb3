"""What both sides agree on, as forms: clients, contacts, persons, versions of the agreement, the owner."""
