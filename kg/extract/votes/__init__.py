"""Vote on what no rule tells, by the ways in which a document names two things."""
