# caught by: marks
DELETE { GRAPH ?g { ?c tp:objectAt ?m } } INSERT { GRAPH ?g { ?c tp:objectAt "char=30,30" } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; tp:objectAt ?m } }
