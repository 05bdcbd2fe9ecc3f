"""The whole message: one question, several, or one with something around it."""
