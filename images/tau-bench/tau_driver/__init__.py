"""Runs conversations of tau2 for a host that it reaches over its standard streams, and over nothing else."""
