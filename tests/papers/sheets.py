"""Papers for tests: the week sheet of the picture, word for word, and a Russian one of the same build."""

from __future__ import annotations

from app.facts.pages import (
    Align,
    Bar,
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Foot,
    FootLine,
    KeyLine,
    Mark,
    NumberedLine,
    NumberedList,
    Paper,
    Paragraph,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from ui.printing.drawn import Pages, words_on

HEAD = "dde8ccbd784bfd14097f89dc4a60a74e19f323f01588b1be3f37d237f4bf6d7b"
LAST = "da951687 940b0a0e 2017f626 bdac5cf7 c578844c bbd40de0 2be467dc 84de49e6"
LOG = "5f0c2d9e7a3b41c88e6f1a2b3c4d5e6f"
QR = f"ashore:1:{LOG}:1296:{HEAD}"

DONE = (Column(733), Column(150), Column(117, Align.RIGHT))
FOUR = (Column(364), Column(193), Column(176), Column(267))
CALL = (Column(232), Column(416), Column(85), Column(267))


def done(title: str, on: str, number: str) -> tuple[Cell, ...]:
    return Cell(plain(title), Mark.CHECK), Cell(plain(on, Tone.MUTED)), Cell(plain(number, Tone.FAINT))


def promised(title: str, runs: tuple[Run, ...], on: str, mark: Mark, result: str) -> tuple[Cell, ...]:
    return Cell(plain(title, Tone.STRONG)), Cell(runs), Cell(plain(on, Tone.MUTED)), Cell(plain(result), mark)


def waiting(title: str, since: str, due: str, state: str) -> tuple[Cell, ...]:
    strong = plain(title, Tone.STRONG), plain(since, Tone.MUTED), plain(due, Tone.STRONG), plain(state)
    return tuple(Cell(runs) for runs in strong)


def outcome(topic: str, what: str, who: str, by: str) -> tuple[Cell, ...]:
    tones = ((topic, Tone.STRONG), (what, Tone.PLAIN), (who, Tone.MUTED), (by, Tone.STRONG))
    return tuple(Cell(plain(text, tone)) for text, tone in tones)


def spanish_foot() -> Foot:
    return Foot(
        page="Página {page} de {pages}",
        head_label="Huella del registro completo hasta la entrada 1296",
        head=HEAD,
        lines=(
            FootLine("Entradas de Clínica Dental Albor: 268. La última, 1295:", LAST),
            FootLine(digits="Clave SHA256:mT4vQ1zV0hXk2b8sYpLr7cNe5wJd9uGa3fKiZoEx6B0"),
        ),
        qr=QR,
        keep="Guarde esta hoja: con ella se comprueba que las entradas hasta la 1296 no han cambiado.",
    )


def spanish_sheet() -> Paper:
    """The sheet of the picture."""
    return Paper(
        title="Estado de la semana 47",
        subtitle="Clínica Dental Albor",
        language="es",
        author="Elena Marín",
        made_at="2026-11-20T16:40:00+00:00",
        right=(
            Run("Del lunes 16 al domingo 22 de noviembre de 2026", Tone.STRONG),
            Run("Para Lucía Herrero", Tone.MUTED),
            Run("De Elena Marín, viernes, 20 de noviembre de 2026, 17:40", Tone.MUTED),
        ),
        foot=spanish_foot(),
        blocks=(
            Figures(
                (
                    Figure("5", "entregas esta semana", accent=True),
                    Figure("4 de 5", "fechas cumplidas", accent=True),
                    Figure("2", "esperamos de ustedes"),
                    Figure("2", "decisiones"),
                )
            ),
            _done(),
            _promised(),
            _waiting(),
            _calls(),
            _decisions(),
            _goals(),
            _next(),
        ),
    )


def _done() -> Section:
    rows = (
        done("Página de implantes: estructura y fotos", "lun 16 nov", "1239"),
        done("Formulario de cita previa: aviso por correo", "mar 17 nov", "1247"),
        done("Cuatro publicaciones de la campaña «Revisión de otoño»", "mié 18 nov", "1259"),
        done("Informe de la campaña de octubre", "jue 19 nov", "1270"),
        done("Página de implantes: textos", "vie 20 nov", "1291"),
    )
    return Section("Hecho", (Table(columns=DONE, rows=rows),))


def _promised() -> Section:
    moved = (Run("lun 16", Tone.STRUCK), Run("  "), Run("mar 17 nov"))
    rows = (
        promised("Página de implantes, fotos", plain("lun 16 nov"), "lun 16 nov", Mark.CHECK, "cumplida"),
        promised("Formulario de cita previa", moved, "mar 17 nov", Mark.CHECK, "cumplida, movida a tiempo"),
        promised("Publicaciones de otoño", plain("mié 18 nov"), "mié 18 nov", Mark.CHECK, "cumplida"),
        promised("Informe de octubre", plain("mié 18 nov"), "jue 19 nov", Mark.DASH, "un día después"),
        promised("Página de implantes, textos", plain("vie 20 nov"), "vie 20 nov, 16:40", Mark.CHECK, "cumplida"),
        promised("Precios de ortodoncia", plain("mié 25 nov"), "", Mark.ARROW, "la semana que viene"),
    )
    head = ("Qué", "Prometido", "Entregado", "Resultado")
    return Section("Fechas prometidas", (Table(columns=FOUR, head=head, rows=rows, ruled=True),))


def _waiting() -> Section:
    rows = (
        waiting("Logotipo en vectores", "mar 17 nov", "vie 20 nov", "día 3 de 3, vence hoy"),
        waiting("PDF firmado de las tarifas 2027", "vie 20 nov, 13:05", "lun 23 nov", "acordado en la llamada"),
    )
    head = ("Qué", "Pedido", "Para", "Plazo")
    return Section("Esperamos de ustedes", (Table(columns=FOUR, head=head, rows=rows, ruled=True),))


def _calls() -> Section:
    rows = (
        outcome("Precios de ortodoncia", "Publicar las tarifas 2027", "Elena", "mié 25 nov"),
        outcome("", "Enviar el PDF firmado", "Lucía", "lun 23 nov"),
        outcome("Campaña de diciembre", "Confirmar el presupuesto, 300 € a la semana", "Lucía", "mar 24 nov"),
    )
    key = KeyLine(
        "Viernes, 20 de noviembre, 13:00, vídeo, 26 min", "resumen enviado a las 14:10, confirmado a las 15:02"
    )
    return Section("Llamadas", (key, Table(columns=CALL, rows=rows)))


def _decisions() -> Section:
    lines = (
        NumberedLine(
            runs=plain("Presupuesto de diciembre: 300 € o 450 € a la semana"),
            right="antes del martes, 24 de noviembre",
        ),
        NumberedLine(runs=plain("Portada de implantes: foto A o foto B"), right="antes del jueves, 26 de noviembre"),
    )
    return Section("Decisiones que necesitamos", (NumberedList(lines=lines),))


def _goals() -> Section:
    return Section(
        "Objetivos",
        (
            Bar(
                label="Citas por la web, al mes",
                base="40",
                target="60",
                value="52",
                done=600,
                on="jue 19 nov",
                remark="8 por debajo, a 41 días",
            ),
            Bar(
                label="Valoración en mapas",
                base="4,4",
                target="4,6",
                value="4,5",
                done=500,
                on="mié 18 nov",
                remark="dentro de lo previsto",
            ),
        ),
    )


def _next() -> Section:
    text = (
        "Miércoles, 25 de noviembre: precios de ortodoncia. "
        "Jueves, 26: portada de implantes, si la foto está elegida.\n"
        "Próxima llamada: viernes, 4 de diciembre, 13:00, vídeo. Temas: campaña de diciembre, plan de enero."
    )
    return Section("La semana que viene", (Paragraph(plain(text)),))


def russian_sheet() -> Paper:
    """A sheet of the same build in Russian, with names that are longer than their columns."""
    rows = (
        promised(
            "Страница «Комплектация бань и домов из кедра»",
            (Run("ср 18", Tone.STRUCK), Run("  "), Run("чт 19 ноября")),
            "чт 19 ноября",
            Mark.CHECK,
            "выполнено, срок перенесён вовремя",
        ),
        promised("Объявления на декабрь", plain("ср 25 ноября"), "", Mark.ARROW, "на следующей неделе"),
    )
    return Paper(
        title="Неделя 47: что сделано",
        subtitle="Кедровый дом",
        language="ru",
        author="Elena Marín",
        made_at="2026-11-20T16:40:00+00:00",
        right=(
            Run("С понедельника, 16 ноября, по воскресенье, 22 ноября 2026 года", Tone.STRONG),
            Run("Для Ольги Никитиной", Tone.MUTED),
        ),
        foot=Foot(
            page="Страница {page} из {pages}",
            head_label="Отпечаток всего журнала до записи 1296",
            head=HEAD,
            lines=(FootLine("Записей о клиенте «Кедровый дом»: 312. Последняя, 1294:", LAST),),
            qr=QR,
            keep="Сохраните этот лист: по нему проверяется, что записи до 1296-й не изменились.",
        ),
        blocks=(
            Section(
                "Обещанные сроки",
                (Table(columns=FOUR, head=("Что", "Обещано", "Готово", "Итог"), rows=rows, ruled=True),),
            ),
        ),
    )


def long_paper(rows: int) -> Paper:
    """A paper whose one table holds `rows` numbered rows under a head."""
    head = ("Entry", "Happened")
    cells = tuple((Cell(plain(f"Entry number {n:04d}")), Cell(plain(f"happened {n:04d}"))) for n in range(rows))
    columns = (Column(600), Column(400))
    return Paper(
        title="Chronology",
        language="en",
        foot=Foot(page="Page {page} of {pages}", head_label="Head", head=HEAD, qr=QR),
        blocks=(Section("All entries", (Table(columns=columns, head=head, rows=cells, ruled=True),)),),
    )


def of(*blocks: Block) -> Paper:
    """A paper of these blocks and nothing else."""
    return Paper(title="T", language="en", foot=Foot(page="{page} of {pages}"), blocks=blocks)


def shown(pages: Pages) -> str:
    """The text of all pages."""
    return "\n".join(words_on(page) for page in pages.pages)
