"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: ``where`` is an IRI, or ``file:line``; ``what`` the details."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check by name and by title in Korean and English, how many things it looked at, and the faults among them, sorted."""

    check: str
    ko: str
    en: str
    looked_at: int
    findings: tuple[Finding, ...]

    def title(self, lang: str) -> str:
        """The title in ``ko`` or ``en``."""
        return self.en if lang == "en" else self.ko
