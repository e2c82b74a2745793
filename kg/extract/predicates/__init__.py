"""Read what clauses tell by their predicates: who is in which role, when, how real, for how much and to which post."""
