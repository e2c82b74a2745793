"""Find firms, institutes and other bodies by what their names are made of."""
