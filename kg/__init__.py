"""kg builds a knowledge graph of technology policy from Korean articles and press releases."""

__version__ = "0.1.0"
