# caught by: ontology-used
# a class right below tp:Entity that no frame and no question names
INSERT {
  GRAPH ?o { tp:Award a owl:Class ; rdfs:subClassOf tp:Entity ;
    rdfs:label "상"@ko , "Award"@en ; skos:definition "주는 상."@ko , "A prize given."@en }
} WHERE { GRAPH ?o { ?ontology a owl:Ontology } }
