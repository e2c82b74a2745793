# caught by: disjoint shapes
# a body cannot be a technology too; the shapes allow one class an entity anyway
INSERT DATA { id:kist a tp:Technology }
