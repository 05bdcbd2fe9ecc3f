"""Telegram's surfaces: each file is one, `table` says which comes first, and none of them knows how to answer."""
