# caught by: unknown-term
INSERT DATA { id:kist tp:hasDirector id:person\/배경훈 }
