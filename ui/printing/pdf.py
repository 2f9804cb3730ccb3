"""Papers as PDF files: PDF/A-1b, fonts embedded, the same bytes for the same paper, never a half file."""

from __future__ import annotations

import hashlib
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.errors import Unavailable
from app.facts.pages import Paper
from app.whole_file import write_whole
from ui.printing.drawn import Pages
from ui.printing.fonts import GRAIN
from ui.printing.layout import lay_out
from ui.printing.painter import paint_items

STAMP: Final = re.compile(rb"\(D:\d{14}(?:Z|[+-]\d\d'\d\d')\)")
XMP_DATE: Final = re.compile(rb'Date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^"]*"')
DOCUMENT: Final = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NOBODY: Final = b"00000000-0000-0000-0000-000000000000"


def write_pdf(paper: Paper, path: Path) -> None:
    """Write the paper to `path`, whole.

    Needs a QGuiApplication. Raises Unavailable when the file cannot be written; what stood there stays whole.
    """
    write_whole(path, pdf_bytes(lay_out(paper)))


def pdf_bytes(pages: Pages) -> bytes:
    """The pages as a PDF/A-1b file of PDF 1.4; equal pages give equal bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, pages)
    painter = QPainter()
    if not painter.begin(writer):
        raise Unavailable("This paper could not be painted. Try again.")
    for number, page in enumerate(pages.pages):
        if number:
            writer.newPage()
        paint_items(painter, page)
    painter.end()
    return _settled(bytes(buffer.data().data()), pages.made_at)


def _writer(buffer: QBuffer, pages: Pages) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(72 * GRAIN)
    size = QPageSize(QSizeF(pages.sheet.width, pages.sheet.height), QPageSize.Unit.Point, "A4")
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(pages.title)
    writer.setAuthor(pages.author)
    writer.setCreator("Ashore")
    return writer


def _settled(content: bytes, made_at: str) -> bytes:
    """The file with the paper's own date and an identity drawn from its content, in places of the same length.

    Qt writes the computer's clock and a random number there; a sheet must be the same file when it is made again.
    """
    moment = datetime.fromisoformat(made_at).astimezone(UTC) if made_at else datetime(2000, 1, 1, tzinfo=UTC)
    content = STAMP.sub(lambda found: _stamp(found.group(), moment), content)
    content = XMP_DATE.sub(lambda found: _xmp_date(found.group(), moment), content)
    found = DOCUMENT.search(content)
    if found is None:
        return content
    old = found.group()
    nameless = _renamed(content, old, NOBODY)
    return _renamed(nameless, NOBODY, str(uuid.UUID(bytes=hashlib.sha256(nameless).digest()[:16], version=4)).encode())


def _renamed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The identity stands in the metadata as text and in the trailer as hex of that text."""
    return content.replace(old, new).replace(old.hex().encode(), new.hex().encode())


def _stamp(old: bytes, moment: datetime) -> bytes:
    written = moment.strftime("(D:%Y%m%d%H%M%S").encode()
    return written + (b"Z)" if old.endswith(b"Z)") else b"+00'00')")


def _xmp_date(old: bytes, moment: datetime) -> bytes:
    written = b'Date="' + moment.strftime("%Y-%m-%dT%H:%M:%S+00:00").encode() + b'"'
    return written if len(written) == len(old) else old
