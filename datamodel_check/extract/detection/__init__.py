"""How the use of a system is proved: by imports, by files, by dependencies."""
