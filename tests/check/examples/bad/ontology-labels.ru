# caught by: ontology-labels
DELETE { GRAPH ?o { tp:visited rdfs:label ?label } } WHERE { GRAPH ?o { tp:visited rdfs:label ?label FILTER(LANG(?label) = "ko") } }
