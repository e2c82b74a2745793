"""Find the names, times and sums of money in an analysed document: ``finder`` asks all finders, each kind of thing has its room."""
