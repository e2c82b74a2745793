"""From an entity, a relation or a claim to the rule and the sentences behind it."""
