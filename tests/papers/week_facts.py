"""The week of the picture as facts, and an empty week."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from app.facts.call_rows import CallRow, NextCall, OutcomeRow, TopicRow
from app.facts.heads import ClientCount, JournalHead
from app.facts.plan_rows import GoalRow, NextLine, RiskRow, StageMove, StageRow, StageState
from app.facts.week import (
    DecisionRow,
    DoneRow,
    Edition,
    LostRow,
    PromiseResult,
    PromiseRow,
    WaitingRow,
    WeekCounts,
    WeekFacts,
)
from tests.papers.sheets import HEAD, LAST, LOG

FRIDAY = datetime(2026, 11, 20, 16, 40, tzinfo=UTC)


def day(number: int) -> date:
    return date(2026, 11, number)


def at(number: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, number, hour, minute, tzinfo=UTC)


def quiet_week() -> WeekFacts:
    """A week in which nothing happened."""
    return WeekFacts(
        client="Clínica Dental Albor",
        contact="Lucía Herrero",
        owner="Elena Marín",
        week="2026-W47",
        zone="Europe/Madrid",
        printed_at=FRIDAY,
        head=JournalHead(
            log=LOG, entries=1296, head=HEAD, fingerprint="SHA256:mT4vQ1zV0hXk2b8sYpLr7cNe5wJd9uGa3fKiZoEx6B0"
        ),
        count=ClientCount(name="Clínica Dental Albor", entries=268, last=1295, last_hash=LAST.replace(" ", "")),
    )


def week_of_the_picture() -> WeekFacts:
    """Five deliveries, six promises, one call."""
    return replace(
        quiet_week(),
        counts=WeekCounts(done=5, in_time=4, due=5, waiting=2, decisions=2),
        done=(
            DoneRow(title="Página de implantes: estructura y fotos", on=day(16), entry=1239),
            DoneRow(title="Formulario de cita previa: aviso por correo", on=day(17), entry=1247),
            DoneRow(title="Cuatro publicaciones de la campaña «Revisión de otoño»", on=day(18), entry=1259),
            DoneRow(title="Informe de la campaña de octubre", on=day(19), entry=1270),
            DoneRow(title="Página de implantes: textos", on=day(20), entry=1291),
        ),
        promised=_promised(),
        waiting=(
            WaitingRow(what="Logotipo en vectores", since=at(17, 9), due=day(20), day=3, of=3, due_today=True),
            WaitingRow(what="PDF firmado de las tarifas 2027", since=at(20, 12, 5), due=day(23), agreed_on_call=True),
        ),
        calls=(_call(),),
        decisions=(
            DecisionRow(what="Presupuesto de diciembre: 300 € o 450 € a la semana", by=day(24)),
            DecisionRow(what="Portada de implantes: foto A o foto B", by=day(26)),
        ),
        goals=(
            GoalRow(
                metric="Citas por la web",
                unit="al mes",
                base="40",
                target="60",
                value="52",
                done=600,
                on=day(19),
                off_percent="13",
                days_left=41,
            ),
            GoalRow(
                metric="Valoración en mapas",
                base="4.4",
                target="4.6",
                value="4.5",
                done=500,
                on=day(18),
                off_percent="0",
            ),
        ),
        next_week=(
            NextLine(text="precios de ortodoncia", on=day(25)),
            NextLine(text="portada de implantes, si la foto está elegida", on=day(26)),
        ),
        next_call=NextCall(
            at=datetime(2026, 12, 4, 12, 0, tzinfo=UTC),
            channel="video",
            topics=("campaña de diciembre", "plan de enero"),
        ),
    )


def _promised() -> tuple[PromiseRow, ...]:
    kept = PromiseResult.KEPT
    return (
        PromiseRow(title="Página de implantes, fotos", dates=(day(16),), delivered=at(16, 10), result=kept),
        PromiseRow(
            title="Formulario de cita previa",
            dates=(day(16), day(17)),
            delivered=at(17, 10),
            result=PromiseResult.MOVED_IN_TIME,
        ),
        PromiseRow(title="Publicaciones de otoño", dates=(day(18),), delivered=at(18, 10), result=kept),
        PromiseRow(
            title="Informe de octubre",
            dates=(day(18),),
            delivered=at(19, 10),
            result=PromiseResult.MISSED,
            days_after=1,
            cause="figures came late from the counter",
        ),
        PromiseRow(title="Página de implantes, textos", dates=(day(20),), delivered=at(20, 15, 40), result=kept),
        PromiseRow(title="Precios de ortodoncia", dates=(day(25),), result=PromiseResult.NEXT_WEEK),
    )


def _call() -> CallRow:
    return CallRow(
        at=at(20, 12),
        channel="video",
        minutes=26,
        summary_sent=at(20, 13, 10),
        confirmed=at(20, 14, 2),
        topics=(
            TopicRow(
                title="Precios de ortodoncia",
                outcomes=(
                    OutcomeRow(what="Publicar las tarifas 2027", who="Elena", by=day(25)),
                    OutcomeRow(what="Enviar el PDF firmado", who="Lucía", by=day(23)),
                ),
            ),
            TopicRow(
                title="Campaña de diciembre",
                outcomes=(OutcomeRow(what="Confirmar el presupuesto", who="Lucía", by=day(24)),),
            ),
        ),
    )


def my_week() -> WeekFacts:
    """The same week as the owner sees it: plan, risks, causes, both sides' lost days."""
    return replace(
        week_of_the_picture(),
        edition=Edition.MINE,
        plan=(
            StageRow(
                title="Implantes en línea",
                dates=(day(20), day(27)),
                moves=(StageMove(to=day(27), cause="client", reason="photos came on the 17th"),),
                state=StageState.IN_WORK,
                since=day(16),
            ),
        ),
        risks=(RiskRow(title="Fotos tarde", told=day(18), threatens="Implantes en línea", cause="client"),),
        lost=(LostRow(side="client", days=4, causes=(("photos", 3), ("access", 1))), LostRow(side="me", days=1)),
        off_topic_percent="12",
    )
