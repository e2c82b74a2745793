"""Build the clauses of a sentence: predicates with their phrases, the noun they stand before, and what they carry on."""
