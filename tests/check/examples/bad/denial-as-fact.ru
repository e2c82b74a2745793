# caught by: plan-as-fact
# the visit was denied after all, but the fact stayed
DELETE { GRAPH ?g { ?c tp:status tp:actual } } INSERT { GRAPH ?g { ?c tp:status tp:negated } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; tp:status tp:actual } }
