# caught by: disjoint
# a happening is no status
INSERT { GRAPH ?g { ?visit a tp:Status } } WHERE { GRAPH ?g { ?visit a tp:Visit } }
