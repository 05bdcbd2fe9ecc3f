"""What a message takes over from the conversation, and what it leaves open."""
