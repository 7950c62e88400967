"""Asks the real PostgreSQL."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.conformance.installed import program
from tests.conformance.sql import server
from tests.conformance.sql.judge import Json

_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")

_CATALOG = r"""
with ns as (
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
), rules(k, v) as (
  values ('a', 'no action'), ('r', 'restrict'), ('c', 'cascade'), ('n', 'set null'), ('d', 'set default')
), t as (
  select c.oid, c.relrowsecurity, case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as key
  from pg_class c join ns n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition
)
select json_build_object(
  'enums', (select coalesce(json_object_agg(
      case when n.nspname = 'public' then '' else n.nspname || '.' end || y.typname,
      (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = y.oid)), '{}')
    from pg_type y join ns n on n.oid = y.typnamespace where y.typtype = 'e'),
  'views', (select coalesce(json_agg(c.relname order by c.relname), '[]')
    from pg_class c join ns n on n.oid = c.relnamespace where c.relkind in ('v', 'm')),
  'sequences', (select coalesce(json_agg(c.relname order by c.relname), '[]')
    from pg_class c join ns n on n.oid = c.relnamespace where c.relkind = 'S'
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0)),
  'tables', (select coalesce(json_object_agg(t.key, json_build_object(
    'columns', (select coalesce(json_object_agg(a.attname, json_build_object(
        'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity, 'generated', a.attgenerated <> '',
        'comment', col_description(t.oid, a.attnum)) order by a.attnum), '{}')
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
    'constraints', (select coalesce(json_object_agg(c.conname, json_build_object('kind', c.contype,
        'columns', (select json_agg(a.attname order by k.o) from unnest(c.conkey) with ordinality k(n, o)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n),
        'table', (select case when n.nspname = 'public' then '' else n.nspname || '.' end || r.relname
          from pg_class r join pg_namespace n on n.oid = r.relnamespace where r.oid = c.confrelid),
        'ref_columns', (select json_agg(a.attname order by k.o) from unnest(c.confkey) with ordinality k(n, o)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n),
        'on_delete', (select v from rules where k = c.confdeltype::text),
        'on_update', (select v from rules where k = c.confupdtype::text))), '{}')
      from pg_constraint c where c.conrelid = t.oid and c.contype in ('p', 'u', 'f', 'c')),
    'indexes', (select coalesce(json_object_agg(ic.relname, json_build_object(
        'unique', i.indisunique, 'method', am.amname, 'partial', i.indpred is not null,
        'columns', (select json_agg(json_build_object('column', a.attname,
            'desc', i.indoption[k.o - 1] & 1 = 1, 'nulls first', i.indoption[k.o - 1] & 2 = 2) order by k.o)
          from unnest(i.indkey) with ordinality k(n, o)
          left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n <> 0
          where k.o <= i.indnkeyatts))), '{}')
      from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_am am on am.oid = ic.relam
      where i.indrelid = t.oid and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid
        and c.contype in ('p', 'u', 'x'))),
    'row_level_security', t.relrowsecurity, 'comment', obj_description(t.oid, 'pg_class'))), '{}') from t)
)
"""


class PostgreSql:
    """A running server, which makes a database for every question."""

    def __init__(self, binaries: str, folder: str) -> None:
        self._psql = [
            os.path.join(binaries, "psql"),
            *("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "tests", "-d"),
        ]
        self._count = 0
        self._folder = folder

    def url(self, driver: str) -> str:
        """Where SQLAlchemy finds the server."""
        return f"postgresql+{driver}://tests@/postgres?unix_sock={self._folder}/.s.PGSQL.5432"

    def catalog(self, scripts: Sequence[str]) -> Json:
        """What the catalog says after the scripts, each of them run by a session of its own."""
        self._count += 1
        database = f"case{self._count}"
        server.run([*self._psql, "postgres"], f"create database {database}")
        for script in scripts:
            server.run([*self._psql, database], script)
        return json.loads(server.run([*self._psql, database], _CATALOG))


@contextmanager
def running() -> Iterator[PostgreSql | None]:
    """A server, or None where PostgreSQL is not installed."""
    initdb = program("initdb", *_FOLDERS)
    if initdb is None:
        yield None
        return
    binaries = os.path.dirname(initdb)
    with server.folder() as folder:
        data = os.path.join(folder, "data")
        server.run([initdb, "-D", data, "-U", "tests", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"])
        settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c full_page_writes=off"
        control = [os.path.join(binaries, "pg_ctl"), "-D", data, "-w", "-l", os.path.join(folder, "log")]
        server.run([*control, "-o", settings, "start"])
        try:
            yield PostgreSql(binaries, folder)
        finally:
            server.run([*control, "-m", "immediate", "stop"])
