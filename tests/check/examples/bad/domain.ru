# caught by: domain
# a robot that holds a post
DELETE { GRAPH ?g { ?c rdf:subject ?s } ?s tp:affiliatedWith ?o }
INSERT { GRAPH ?g { ?c rdf:subject id:product\/kapex } id:product\/kapex tp:affiliatedWith ?o }
WHERE { GRAPH ?g { ?c rdf:predicate tp:affiliatedWith ; rdf:subject ?s ; rdf:object ?o } }
