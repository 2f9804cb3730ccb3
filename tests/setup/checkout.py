"""A small checkout whose list holds one small package, which lies in a folder instead of on the network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The Python behind this environment: it has the standard library and none of our packages.
BARE_PYTHON = getattr(sys, "_base_executable", sys.executable)

UI = """
import sys
try:
    import shell
    print("shell", shell.VERSION)
except ImportError:
    print("no shell")
print(sys.prefix, sys.argv[1:])
"""


class Checkout:
    """A copy of app/ with a list and a window of its own, at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder.parent / "wheels"  # pip splits the setting at blanks; the checkout may have some
        self.list = folder / "resources" / "requirements" / "run.txt"
        (folder / "app").mkdir(parents=True)
        for name in ("__init__.py", "__main__.py", "errors.py"):
            shutil.copy(ROOT / "app" / name, folder / "app" / name)
        shutil.copytree(ROOT / "app" / "setup", folder / "app" / "setup")
        (folder / "ui").mkdir()
        (folder / "ui" / "__main__.py").write_text(UI)
        self.wheels.mkdir()
        self.list.parent.mkdir(parents=True)

    @property
    def python(self) -> Path:
        return self.folder / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def wants(self, version: str, *, hashed: str | None = None) -> None:
        """Write the list: the package `shell` in this version, with its hash, or with a wrong one."""
        digest = hashed or hashlib.sha256(self._wheel(version).read_bytes()).hexdigest()
        self.list.write_text(f"shell=={version} --hash=sha256:{digest}\n")

    def start(self, *words: str, python: str = BARE_PYTHON) -> subprocess.CompletedProcess[str]:
        """`python3 -m app WORDS` in this checkout."""
        return subprocess.run(
            [python, "-m", "app", *words],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def environment(self) -> dict[str, str]:
        """What a process in this checkout sees: pip finds packages in the folder of wheels and nowhere else."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "VIRTUAL"))}
        return {**kept, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}

    def _wheel(self, version: str) -> Path:
        path = self.wheels / f"shell-{version}-py3-none-any.whl"
        info = f"shell-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("shell.py", f"VERSION = {version!r}\n")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: shell\nVersion: {version}\n")
            wheel.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            wheel.writestr(f"{info}/RECORD", f"shell.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
        return path
