"""A program killed while it writes a paper leaves the old file or the new one, never a part (8.3, 3)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from pathlib import Path
from app.whole_file import write_whole
from tests.papers.sheets import long_paper
from ui.printing.paint import ensure_gui
from ui.printing.layout import lay_out
from ui.printing.pdf import pdf_bytes
ensure_gui()
content = pdf_bytes(lay_out(long_paper(40)))
while True:
    write_whole(Path(sys.argv[1]), content)
    print("written", flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    sizes = set()
    for turn in range(6):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(target)], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout is not None
        for _ in range(1 + turn * 7):
            assert child.stdout.readline() == b"written\n"
        child.kill()
        child.wait()
        child.stdout.close()
        content = target.read_bytes()
        assert content.startswith(b"%PDF-1.4")
        assert content.rstrip().endswith(b"%%EOF")
        sizes.add(len(content))
    assert len(sizes) == 1
