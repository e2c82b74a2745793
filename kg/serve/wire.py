"""Messages between server and children over a socket: a length, a JSON object, and bytes."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct(">II")
Head = dict[str, Any]


def pack(head: Head, body: bytes = b"") -> bytes:
    """A message as bytes."""
    text = json.dumps(head).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


def receive(sock: socket.socket) -> tuple[Head, bytes] | None:
    """The next message; None at the end."""
    lengths = _exactly(sock, _LENGTHS.size)
    if lengths is None:
        return None
    head, body = _LENGTHS.unpack(lengths)
    text, rest = _exactly(sock, head), _exactly(sock, body)
    return None if text is None or rest is None else (json.loads(text), rest)


async def read(reader: asyncio.StreamReader) -> tuple[Head, bytes]:
    """The next message; EOFError at the end."""
    try:
        head, body = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
        return json.loads(await reader.readexactly(head)), await reader.readexactly(body)
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise EOFError("the other side is gone") from error


def _exactly(sock: socket.socket, size: int) -> bytes | None:
    found = bytearray()
    while len(found) < size:
        piece = sock.recv(size - len(found))
        if not piece:
            return None
        found += piece
    return bytes(found)
