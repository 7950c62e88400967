"""Python's own way from names to values, beside JavaScript's.

`resolver` knows which file an import means, `names` what happens to each name of a module, `bindings` what it stands
for, `classes` what a class holds, `evaluate` what an expression comes to.
"""
