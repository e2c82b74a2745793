"""Questions to the store, saved or in SPARQL, and their answers as tables and files."""
