# caught by: ontology-told
# a relation was added, and no frame for it
INSERT {
  GRAPH ?o { tp:sued a tp:Relation , owl:ObjectProperty ; schema:domainIncludes tp:Agent ; schema:rangeIncludes tp:Agent ;
    rdfs:label "제소"@ko , "sued"@en ; skos:definition "소송을 낸다."@ko , "Takes to court."@en }
} WHERE { GRAPH ?o { ?ontology a owl:Ontology } }
