"""What earlier runs found out, kept beside git's objects; a damaged memory is forgotten, never an error.

The hook runs on every commit, and mostly nothing has changed that matters. Hence the modules of this room import next
to nothing: `typing`, `re` and `json` alone take as long as the interpreter itself.
"""
