"""Answers made visible: lines, colour, records, markup; each in its own module and nowhere else."""
