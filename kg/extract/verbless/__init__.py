"""Read what a text tells without a verb: by its title and lead, by labels and tables, between and inside names, of a theme."""
