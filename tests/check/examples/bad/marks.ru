# caught by: marks
# the mark of the subject ends behind the text
DELETE { GRAPH ?g { ?e tp:subjectAt ?m } } INSERT { GRAPH ?g { ?e tp:subjectAt "char=5,99999" } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; oa:hasTarget ?e . ?e tp:subjectAt ?m } }
