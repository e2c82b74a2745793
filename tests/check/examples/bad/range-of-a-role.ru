# caught by: range
# a technology as the partner of a co-development
INSERT { GRAPH ?g { ?h tp:partner id:humanoid } } WHERE { GRAPH ?g { ?h a tp:CoDevelopment } }
