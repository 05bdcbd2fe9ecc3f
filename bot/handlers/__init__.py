"""Telegram's surfaces: a file for each, the table that orders them, and no knowledge of how to answer."""
