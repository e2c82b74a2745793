"""Find people, the posts they hold, and where the parts of a name end."""
