"""`SQLiteTypeCompiler` in lib/sqlalchemy/dialects/sqlite/base.py."""

from datamodel_check.extract.schema.sqlalchemy.dialects.dialect import Compiler


class Sqlite(Compiler):
    longest_name = 9999
