# caught by: shapes
# evidence says which sentence of the text it is
DELETE { GRAPH ?g { ?evidence tp:sentence ?number } } WHERE { GRAPH ?g { ?evidence tp:sentence ?number } }
