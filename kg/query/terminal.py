"""The terminal text of ``kg.write``, under the name by which the command line knows it."""

from kg.write.terminal import cut, pad, printable, width

__all__ = ["cut", "pad", "printable", "width"]
