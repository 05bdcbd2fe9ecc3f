"""From a text to the question it asks: spans, entries, operations, and the route to take."""
