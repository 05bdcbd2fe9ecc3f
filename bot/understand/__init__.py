"""From a text to what it asks: its spans, what stands in them, which entries it may mean, and the questions."""
