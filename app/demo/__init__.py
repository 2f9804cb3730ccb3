"""A sample journal: three weeks of talk with five clients, recorded through the same verbs as everything else."""
