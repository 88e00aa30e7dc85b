"""What requests and answers hold. A field that a table declares is derived from it, not written again."""
