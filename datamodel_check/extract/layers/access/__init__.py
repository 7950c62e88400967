"""How each ORM reads and writes: which tables a call touches, told from the call alone."""
