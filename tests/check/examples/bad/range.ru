# caught by: range
# one can meet, but not visit, a technology
DELETE { GRAPH ?g { ?c rdf:object ?o } ?s tp:visited ?o } INSERT { GRAPH ?g { ?c rdf:object id:humanoid } ?s tp:visited id:humanoid }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; rdf:subject ?s ; rdf:object ?o } }
