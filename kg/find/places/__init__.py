"""Find places, and the works, halls and houses that stand at one."""
