"""The surfaces of the terminal, one file each."""
