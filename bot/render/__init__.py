"""Answers as text for a terminal and as HTML for Telegram; escaping lives only here."""
