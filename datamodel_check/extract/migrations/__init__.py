"""Folders of migrations → histories: what each migration did, and the state that all of them produce."""
