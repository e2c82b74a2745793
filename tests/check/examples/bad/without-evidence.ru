# caught by: shapes
DELETE { GRAPH ?g { ?c oa:hasTarget ?e } } WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; oa:hasTarget ?e } }
