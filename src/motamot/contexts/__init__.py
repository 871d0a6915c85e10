"""Words in their company: concordances, collocations, repeated segments."""
