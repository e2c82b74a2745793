"""The server: SPARQL 1.1 Protocol, an editor, the graph page, and a page for everything that has an IRI; read-only.

Nothing is imported here, since the processes that answer queries load this package too, and need little of it.
"""
