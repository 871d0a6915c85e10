"""Measures that compare texts: keyness, specificity, tf-idf and likeness, correspondence analysis."""
