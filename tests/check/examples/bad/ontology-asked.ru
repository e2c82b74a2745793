# caught by: ontology-asked
# no question leaves the relation open any more, and only some of them are named
DELETE { ?question dcterms:references tp:Relation } INSERT { ?question dcterms:references tp:visited }
WHERE { ?question dcterms:type "question" ; dcterms:references tp:Relation }
