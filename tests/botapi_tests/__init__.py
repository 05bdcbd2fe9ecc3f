"""The double holds an unmodified python-telegram-bot to Telegram's rules."""
