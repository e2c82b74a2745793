"""Find the names, times and sums of money in an analysed document."""
