# caught by: disjoint
# the exclusion said as a list, as other ontologies do
INSERT {
  GRAPH ?o { [] a owl:AllDisjointClasses ; owl:members ( tp:Visit tp:CoDevelopment tp:Meeting ) }
  GRAPH ?g { ?visit a tp:Meeting }
} WHERE { GRAPH ?o { ?ontology a owl:Ontology } GRAPH ?g { ?visit a tp:Visit } }
