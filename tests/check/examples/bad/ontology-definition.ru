# caught by: ontology-labels
DELETE { GRAPH ?o { tp:Company skos:definition ?text } } INSERT { GRAPH ?o { tp:Company skos:definition ""@en } }
WHERE { GRAPH ?o { tp:Company skos:definition ?text FILTER(LANG(?text) = "en") } }
