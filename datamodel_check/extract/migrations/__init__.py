"""Folders of migrations → histories: what each migration did, and the state that all of them produce.

- `folders` recognises the folders of each tool and the order of their files;
- `reading` takes them one after the other;
- `replay` folds the statements onto a state, one module for each kind of object;
- `agreement` compares the state with the schema that the migrations are made from;
- `history` tells whether a history is in order, and what became of it since an earlier revision.
"""
