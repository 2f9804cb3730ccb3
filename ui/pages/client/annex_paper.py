"""The annex to the contract as a paper in the client's language, out of what the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facts.annex import AnnexFacts, NamedDay
from app.facts.calendar import OffReason
from app.facts.client_page import ClientPage
from app.facts.pages import Paper
from app.papers.annex import annex
from app.words import words_for

if TYPE_CHECKING:
    from ui.workbench import Workbench


def annex_paper(workbench: Workbench, page: ClientPage) -> Paper:
    """The version in force, for signing."""
    owner, client, agreement = workbench.owner, page.client, page.agreement
    days = tuple(
        NamedDay(first=off.first, last=off.last, why=off.why)
        for off in owner.calendar.days_off
        if off.last >= workbench.today and off.reason is not OffReason.WEEK
    )
    facts = AnnexFacts(
        owner=owner.name,
        client=client.name,
        legal_name=client.legal_name,
        contract=client.contract.number,
        version=max(agreement.number, 1),
        effective_from=agreement.effective_from or workbench.today,
        printed_at=page.now,
        zone=agreement.terms.zone,
        contact=page.contact.name if page.contact else "",
        contact_role=page.contact.role if page.contact else "",
        contact_since=page.contact_since,
        terms=agreement.terms,
        my_days_off=days,
    )
    return annex(facts, words_for(client.language or workbench.language, this_year=workbench.today.year))
