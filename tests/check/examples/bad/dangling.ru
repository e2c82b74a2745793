# caught by: dangling
# the visit took place at a place that nothing else speaks of
INSERT { GRAPH ?g { ?visit tp:place id:nowhere } } WHERE { GRAPH ?g { ?visit a tp:Visit } }
