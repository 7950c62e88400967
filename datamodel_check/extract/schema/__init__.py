"""One file or folder per ORM: how its schemas are written down, and what they mean."""
