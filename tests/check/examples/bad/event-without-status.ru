# caught by: shapes
# an event is done, under way, planned or denied
DELETE { GRAPH ?g { ?event tp:status ?status } } WHERE { GRAPH ?g { ?event tp:status ?status FILTER NOT EXISTS { ?event a tp:Claim } } }
