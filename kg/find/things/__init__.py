"""Find products, meetings and occasions that no authority file knows."""
