"""From a text to its spans: each stretch as a word, number or slip, with what it may mean."""
