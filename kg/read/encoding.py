"""Bytes to text, whatever the page declares."""

from __future__ import annotations

import codecs

from kg.read.draft import Unreadable

MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (HWPX, DOCX and XLSX are such)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (HWP 5, DOC and XLS are such)"),
    (b"HWP Document File", "an HWP 3 document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65536
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
REMEDY = "save it as UTF-8 text, HTML, Markdown or JSON Lines"


def decode(data: bytes) -> str:
    """The text of the bytes: by their BOM, else as strict UTF-8, else as the one of UTF-8 and CP949 with fewer errors.

    A declared charset is not asked, since it is often wrong. Raises ``Unreadable`` for nothing, for known binary
    formats, and where many bytes are no text. CP949 and never EUC-KR, which lacks most of the Hangul syllables.
    """
    if not data.strip():
        raise Unreadable("is empty", "leave it out or put the article in")
    for bom, codec in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace")
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _better(data)


def refuse_binary(data: bytes) -> None:
    """Raises ``Unreadable`` where the bytes start as a known format or hold more than one control in a hundred."""
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"is {name}, not text", REMEDY)
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls * 100 > len(sample):
        raise Unreadable(f"is binary: {controls} control bytes in the first {len(sample)}", REMEDY + " (UTF-16 needs a byte order mark)")


def _better(data: bytes) -> str:
    candidates = [data.decode(codec, "replace") for codec in ("utf-8", "cp949")]
    best = min(candidates, key=lambda text: text.count("\ufffd"))
    bad = best.count("\ufffd")
    if bad * 20 > len(best):
        raise Unreadable(f"is in an unknown encoding: {bad} of {len(best)} characters are neither UTF-8 nor CP949", REMEDY)
    return best
