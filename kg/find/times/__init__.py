"""Find the time expressions of a text, and compute the days, months, years and intervals that they mean."""
