"""Which entry is asked for, what is to be done with it, what is claimed, and what nothing may ignore."""
