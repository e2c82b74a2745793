# caught by: marks
DELETE { GRAPH ?g { ?e tp:objectAt ?m } } INSERT { GRAPH ?g { ?e tp:objectAt "char=30,30" } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; oa:hasTarget ?e . ?e tp:objectAt ?m } }
