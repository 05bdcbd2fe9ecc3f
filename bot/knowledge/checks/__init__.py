"""One module for each promise that the knowledge keeps; `bot.knowledge.check` runs them all."""
