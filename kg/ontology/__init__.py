"""What the graph may say: the files below ``ontology/``, read and checked."""
