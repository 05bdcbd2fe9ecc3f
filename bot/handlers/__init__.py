"""The Telegram surfaces, one file each."""
