# caught by: digest
DELETE { GRAPH ?g { ?a tp:digest ?d } }
INSERT { GRAPH ?g { ?a tp:digest "0000000000000000000000000000000000000000000000000000000000000000" } }
WHERE { GRAPH ?g { ?a tp:digest ?d } }
