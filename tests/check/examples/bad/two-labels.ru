# caught by: shapes
INSERT DATA { id:kist skos:prefLabel "두 번째 이름"@ko ; rdfs:label "두 번째 이름"@ko }
