"""Tables and roles that drizzle-orm ships itself: drizzle-orm/supabase/rls.ts, drizzle-orm/neon/{rls,neon-auth}.ts."""

from collections.abc import Mapping

from datamodel_check.extract.symbols import Symbol

TABLES: Mapping[Symbol, tuple[str, str, Mapping[str, str]]] = {
    Symbol("drizzle-orm/supabase", ("authUsers",)): (
        "auth",
        "users",
        {
            "id": "id",
            "email": "email",
            "phone": "phone",
            "emailConfirmedAt": "email_confirmed_at",
            "phoneConfirmedAt": "phone_confirmed_at",
            "lastSignInAt": "last_sign_in_at",
            "createdAt": "created_at",
            "updatedAt": "updated_at",
        },
    ),
    Symbol("drizzle-orm/supabase", ("realtimeMessages",)): (
        "realtime",
        "messages",
        {"id": "id", "topic": "topic", "extension": "extension"},
    ),
    Symbol("drizzle-orm/neon", ("usersSync",)): (
        "neon_auth",
        "users_sync",
        {
            "rawJson": "raw_json",
            "id": "id",
            "name": "name",
            "email": "email",
            "createdAt": "created_at",
            "deletedAt": "deleted_at",
            "updatedAt": "updated_at",
        },
    ),
}

ROLES: Mapping[Symbol, str] = {
    Symbol("drizzle-orm/supabase", ("anonRole",)): "anon",
    Symbol("drizzle-orm/supabase", ("authenticatedRole",)): "authenticated",
    Symbol("drizzle-orm/supabase", ("serviceRole",)): "service_role",
    Symbol("drizzle-orm/supabase", ("postgresRole",)): "postgres_role",
    Symbol("drizzle-orm/supabase", ("supabaseAuthAdminRole",)): "supabase_auth_admin",
    Symbol("drizzle-orm/neon", ("authenticatedRole",)): "authenticated",
    Symbol("drizzle-orm/neon", ("anonymousRole",)): "anonymous",
}

SQL_TEXTS: Mapping[Symbol, str] = {
    Symbol("drizzle-orm/supabase", ("authUid",)): "(select auth.uid())",
    Symbol("drizzle-orm/supabase", ("realtimeTopic",)): "realtime.topic()",
}

CRUD_POLICY = Symbol("drizzle-orm/neon", ("crudPolicy",))
AUTH_UID = Symbol("drizzle-orm/neon", ("authUid",))
