# caught by: elsewhere
# the claim stands in the graph of entities, so that withdrawing the document would leave it behind
DELETE { GRAPH ?g { ?c a tp:Claim } } INSERT { ?c a tp:Claim } WHERE { GRAPH ?g { ?c a tp:Claim ; rdf:predicate tp:visited } }
