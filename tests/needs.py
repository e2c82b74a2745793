"""What some tests need beside Python: each helper returns where it is, skips the test where it is absent, and fails under KG_CI.

Called in a test, a fixture, or at the top of a module (then the whole module is skipped).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def needs_browser() -> Path:
    """A Chromium of this machine, to be started headless with ``--no-sandbox``."""
    return _program(BROWSERS, "a headless Chromium")


def needs_node() -> Path:
    """The Node.js of this machine."""
    return _program(("node", "nodejs"), "Node.js")


def needs_shared(name: str = "") -> Path:
    """The folder ``shared/`` beside the repository, or the named file or folder in it."""
    path = REPOSITORY.parent / "shared" / name
    if not path.exists():
        _absent(f"{path}, which lies beside the repository")
    return path


def needs_rapper() -> Path:
    """raptor's command line (raptor2-utils of Debian)."""
    return _program(("rapper",), "rapper of raptor2-utils")


def needs_java() -> Path:
    """A Java that starts one source file, so with its compiler (default-jdk-headless of Debian)."""
    _program(("javac",), "a JDK")
    return _program(("java",), "a JDK")


def needs_owlapi() -> str:
    """The class path of the OWL API and of what it needs (libowlapi-java of Debian)."""
    folder = Path("/usr/share/java")
    if not (folder / "owlapi-api.jar").exists():
        _absent(f"the OWL API: {folder / 'owlapi-api.jar'} of libowlapi-java")
    names = (
        "owlapi-",
        "rdf4j-",
        "jackson-",
        "commons-",
        "guava",
        "caffeine",
        "hppcrt",
        "slf4j-api",
        "atinject",
        "javax.inject",
        "jsr305",
        "xz",
    )
    return os.pathsep.join(
        str(path) for path in sorted(folder.glob("*.jar")) if path.name.startswith(names) and not re.search(r"-[0-9]", path.name)
    )


def needs_axe() -> Path:
    """The script of axe-core, which KG_AXE names."""
    path = Path(os.environ.get("KG_AXE", ""))
    if not path.is_file():
        _absent("axe-core: KG_AXE must name its axe.min.js")
    return path


def needs_comunica() -> Path:
    """The folder of npm's @comunica/query-sparql, which KG_COMUNICA names."""
    return _package("KG_COMUNICA", "@comunica/query-sparql")


def needs_n3() -> Path:
    """The folder of npm's n3, which KG_N3 names."""
    return _package("KG_N3", "n3")


def needs_oxigraph() -> Path:
    """The Oxigraph server (oxigraph of PyPI), beside this Python or on the PATH."""
    return _program((str(Path(sys.executable).with_name("oxigraph")), "oxigraph"), "the Oxigraph server, oxigraph of PyPI")


def needs_virtuoso() -> Path:
    """The Virtuoso server (virtuoso-opensource-7-bin of Debian)."""
    return _program(("virtuoso-t",), "Virtuoso: virtuoso-opensource-7-bin of Debian")


def _program(names: tuple[str, ...], what: str) -> Path:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        _absent(f"{what}: none of {', '.join(names)} is on the PATH")
    return Path(found)


def _package(variable: str, name: str) -> Path:
    path = Path(os.environ.get(variable, ""))
    if not (path / "package.json").is_file():
        _absent(f"{name} of npm: {variable} must name its folder in node_modules")
    return path


def _absent(what: str) -> NoReturn:
    message = f"needs {what}"
    if os.environ.get("KG_CI"):
        pytest.fail(f"{message} (KG_CI is set, so nothing may be skipped)", pytrace=False)
    pytest.skip(message, allow_module_level=True)
