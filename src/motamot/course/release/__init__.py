"""What a class gets, and what its instructor gets: bundles that start with one double click."""
