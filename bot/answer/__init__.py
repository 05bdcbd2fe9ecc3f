"""From a question to an answer: computed values, headline, details and sources."""
