"""What can be asked of a release, and every word for it, compiled once."""
