"""The release as frozen values, loaded from YAML and checked once."""
