# caught by: quote
# one character to the right
DELETE { GRAPH ?g { ?s oa:start ?start ; oa:end ?end } } INSERT { GRAPH ?g { ?s oa:start ?next ; oa:end ?last } }
WHERE {
  GRAPH ?g { ?c rdf:predicate tp:visited ; oa:hasTarget/oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end }
  BIND(?start + 1 AS ?next) BIND(?end + 1 AS ?last)
}
