"""The store: an embedded Oxigraph database in a folder."""
