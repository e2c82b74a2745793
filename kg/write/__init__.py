"""The graph as RDF and as files, and back: the shape is the contract's."""
