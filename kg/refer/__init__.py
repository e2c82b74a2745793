"""Let the mentions of one document point at the things they speak of."""

from kg.refer.resolver import Named, Refer, Referred, Tenure

__all__ = ["Named", "Refer", "Referred", "Tenure"]
