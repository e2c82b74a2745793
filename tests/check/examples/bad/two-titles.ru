# caught by: shapes
# a document has one title
INSERT { GRAPH ?a { ?a dcterms:title "또 하나의 제목" } } WHERE { GRAPH ?a { ?a a tp:Article } }
