"""What stands in a message, sorted: things, editions, numbers, operations, and what is not meant."""
