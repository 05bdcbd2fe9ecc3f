"""The senses of words that mean one thing or another, told by the words around them; in order in told_apart."""
