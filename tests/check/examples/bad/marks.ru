# caught by: marks
# the mark of the subject ends behind the text
DELETE { GRAPH ?g { ?c tp:subjectAt ?m } } INSERT { GRAPH ?g { ?c tp:subjectAt "char=5,99999" } }
WHERE { GRAPH ?g { ?c rdf:predicate tp:visited ; tp:subjectAt ?m } }
