"""Row-level security, with what drizzle-orm ships for Neon and Supabase."""

from tests.extract.vocabulary import extracts


def test_neon() -> None:
    extracts(
        {
            "schema.ts": """
                import { sql } from "drizzle-orm"
                import { anonymousRole, authUid, authenticatedRole, crudPolicy, usersSync } from "drizzle-orm/neon"
                import { pgTable, text } from "drizzle-orm/pg-core"
                export const todos = pgTable("todos", { owner: text().references(() => usersSync.id) }, (t) => [
                  crudPolicy({ role: authenticatedRole, read: true, modify: authUid(t.owner) }),
                  crudPolicy({ role: [anonymousRole, "guest"], read: false, modify: null }),
                ])
                """
        },
        """
        drizzle:schema.ts postgresql
          table todos (todos)
            owner: text null → neon_auth.users_sync.id
            foreign key todos_owner_users_sync_id_fk (owner) → neon_auth.users_sync (id)
            policy crud-anonymous-guest-policy-select for select to anonymous, guest using false
            policy crud-authenticated-policy-delete for delete to authenticated using (select auth.user_id() = "todos"."owner")
            policy crud-authenticated-policy-insert for insert to authenticated with check (select auth.user_id() = "todos"."owner")
            policy crud-authenticated-policy-select for select to authenticated using true
            policy crud-authenticated-policy-update for update to authenticated using (select auth.user_id() = "todos"."owner") with check (select auth.user_id() = "todos"."owner")
        """,  # noqa: E501
    )


def test_supabase() -> None:
    extracts(
        {
            "schema.ts": """
                import { sql } from "drizzle-orm"
                import { pgPolicy, pgTable, uuid } from "drizzle-orm/pg-core"
                import { authUid, authUsers, authenticatedRole } from "drizzle-orm/supabase"
                export const profiles = pgTable.withRLS(
                  "profiles",
                  { id: uuid().references(() => authUsers.id, { onDelete: "cascade" }) },
                  (t) => [
                    pgPolicy("own", { for: "update", to: authenticatedRole, using: sql`${t.id} = ${authUid}` }),
                  ],
                )
                """
        },
        """
        drizzle:schema.ts postgresql
          table profiles (profiles) with row level security
            id: uuid null → auth.users.id
            foreign key profiles_id_users_id_fk (id) → auth.users (id) on delete cascade
            policy own for update to authenticated using "profiles"."id" = (select auth.uid())
        """,
    )
