"""Let the mentions of one document point at the things they speak of."""

from kg.refer.referred import COMMON_NOUN, OFFICE, PHRASE, PLACE_WORD, UNMARKED, Named, Referred, Tenure
from kg.refer.resolver import Refer

__all__ = ["COMMON_NOUN", "OFFICE", "PHRASE", "PLACE_WORD", "UNMARKED", "Named", "Refer", "Referred", "Tenure"]
