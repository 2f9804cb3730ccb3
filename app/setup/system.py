"""What Qt and the tests need of the system: what is missing here, and what installs it. Standard library only."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable

from app.errors import Unavailable

# What libQt6Gui, libQt6DBus, libQt6Network and the platforms "xcb" and "offscreen" are linked with and the wheel does
# not bring, each beside the package that brings it on Debian and its children.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# The stock tools of a stranger, with which the tests check papers and evidence.
TOOLS = {
    "git": "git",
    "openssl": "openssl",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "ssh-keygen": "openssh-client",
}


def loads(soname: str) -> bool:
    """Whether the system's own linker finds the library `soname`."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(has: Callable[[str], bool] = loads) -> list[str]:
    """The sonames Qt needs and this system lacks. Only Linux leaves them to the system."""
    return [soname for soname in LIBRARIES if not has(soname)] if sys.platform == "linux" else []


def require_libraries() -> None:
    """Install Qt's libraries where that is ours to do; else raise Unavailable with the one line that installs them."""
    wanted = [LIBRARIES[soname] for soname in missing_libraries()]
    if wanted:
        install(wanted, "Libraries of the system that Qt needs are missing.")


def require_tools() -> None:
    """The same for the tools that the tests call; where one is missing, the tests that call it are skipped."""
    wanted = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if wanted and sys.platform == "linux":
        install(wanted, "Tools that the tests call are missing.")


def require_venv() -> None:
    """Have the part of Python that Debian packs on its own and without which no .venv can be made."""
    install(["python3-venv"], "This Python cannot make a .venv: its module ensurepip is missing.")


def install(packages: list[str], why: str) -> None:
    """Install Debian packages as root; elsewhere, or when apt-get fails, raise Unavailable with the line to run."""
    line = f"apt-get install {shlex.join(packages)}"
    if not shutil.which("apt-get"):
        raise Unavailable("{why} Install what your system calls {packages}.", why=why, packages=shlex.join(packages))
    if os.geteuid() != 0:
        raise Unavailable("{why} Run: sudo {line}", why=why, line=line)
    print(f"{why} Installing {shlex.join(packages)} …", file=sys.stderr, flush=True)
    if not _apt(["update"]) or not _apt(["install", "--yes", "--no-install-recommends", *packages]):
        raise Unavailable("{why} They could not be installed. Run: {line}", why=why, line=line)


def _apt(words: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", "--quiet", *words], env=environment, capture_output=True, check=False)
    return done.returncode == 0
