# caught by: pairwise
# a body may be part of a body, a policy of a policy, but no body of a policy
DELETE { GRAPH ?g { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } ?s ?p ?o }
INSERT { GRAPH ?g { ?c rdf:subject id:kist ; rdf:predicate tp:partOf ; rdf:object id:policy\/과학기술ai국가전략 }
  id:kist tp:partOf id:policy\/과학기술ai국가전략 }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o } }
