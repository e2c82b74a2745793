# caught by: texts
DELETE WHERE { ?a schema:articleBody ?text }
