# caught by: old-dates
# a year with a digit lost
DELETE { GRAPH ?g { ?c tp:earliest ?d } } INSERT { GRAPH ?g { ?c tp:earliest "0202-11-01"^^xsd:date } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:formulated ; tp:earliest ?d } }
