# caught by: old-dates
DELETE { GRAPH ?g { ?a dcterms:issued ?d } } INSERT { GRAPH ?g { ?a dcterms:issued "1899-12-31"^^xsd:date } }
WHERE { GRAPH ?g { ?a dcterms:issued ?d } }
