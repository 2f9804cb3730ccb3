"""A sample journal: three weeks of talk with three clients, recorded through the same verbs as everything else."""
