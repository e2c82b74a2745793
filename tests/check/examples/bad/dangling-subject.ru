# caught by: dangling shapes
# an entity was withdrawn, but a claim about it stayed; the shapes ask for its class too
DELETE { id:msit ?p ?o } WHERE { id:msit ?p ?o }
