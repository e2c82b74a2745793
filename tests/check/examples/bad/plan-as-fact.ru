# caught by: plan-as-fact
INSERT { ?s ?p ?o }
WHERE { GRAPH ?g { ?c tp:status tp:planned ; rdf:predicate tp:supports ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }
