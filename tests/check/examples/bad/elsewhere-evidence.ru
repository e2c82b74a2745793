# caught by: elsewhere
# the sentence is of another document than the claim
DELETE { GRAPH ?g { ?e oa:hasSource ?a } }
INSERT {
  GRAPH ?g { ?e oa:hasSource article:other }
  GRAPH article:other {
    article:other a tp:Article ; dcterms:identifier "other" ; dcterms:title "다른 문서" ; tp:dateEvidence "none found" ;
      tp:digest ?digest .
  }
  article:other schema:articleBody ?text
} WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; oa:hasTarget ?e . ?e oa:hasSource ?a } ?a schema:articleBody ?text BIND(SHA256(?text) AS ?digest) }
