"""By what a route of Express knows who calls."""

import pytest

from datamodel_check.extract.layers.authentication import asks_who_calls, reads_like_guard
from tests.extract.layers.express.vocabulary import found, says

GUARDS = """
const requireAuth = (req, res, next) => { if (!req.user) return res.sendStatus(401); next() };
const log = (req, res, next) => next();
"""


def auth(source: str) -> list[tuple[str, ...]]:
    return [handled.route.auth for handled in found(GUARDS + source).routes]


def test_routes_that_anybody_may_call() -> None:
    assert auth("app.use(log); app.get('/', log, list)") == [()]


def test_guards_of_a_route() -> None:
    assert (
        auth("app.get('/', log, requireAuth, list); app.get('/a', [requireAuth, log], list)") == [("requireAuth",)] * 2
    )


def test_guards_before_a_router() -> None:
    says(
        GUARDS
        + """
        const open = Router(); const closed = Router();
        open.get('/', list); closed.use(requireAuth); closed.get('/', list);
        app.use('/open', open); app.use('/closed', closed); app.use('/both', requireAuth, open);
        """,
        """
        GET /open: list
        GET /closed: list (requireAuth)
        GET /both: list (requireAuth)
        """,
    )


def test_a_guard_counts_for_what_stands_behind_it() -> None:
    assert auth("app.get('/a', list); app.use(requireAuth); app.get('/b', list)") == [(), ("requireAuth",)]
    assert auth("app.use('/b', requireAuth); app.get('/a', list); app.get('/b/c', list)") == [(), ("requireAuth",)]
    assert auth("app.all('/b/*', requireAuth); app.get('/a', list); app.get('/b/c', list)")[1:] == [
        (),
        ("requireAuth",),
    ]


def test_a_guard_of_one_router_runs_for_those_mounted_behind_it_at_the_same_path() -> None:
    routers = "const a = Router(); const b = Router(); a.use(requireAuth); a.get('/a', list); b.get('/b', list);"
    assert auth(routers + "app.use('/x', a); app.use('/y', b)") == [("requireAuth",), ()]
    assert auth(routers + "app.use(b); app.use(a)") == [(), ("requireAuth",)]
    assert auth(routers + "app.use(a, b)") == [("requireAuth",), ("requireAuth",)]


def test_what_answers_itself_is_no_guard() -> None:
    assert auth("app.use('/', (req, res) => res.status(401).end()); app.get('/a', list)") == [()]
    assert auth("app.use((error, req, res, next) => res.status(401).end()); app.get('/a', list)") == [()]


@pytest.mark.parametrize(
    ("middleware", "expected"),
    [
        ("passport.authenticate('jwt')", ("passport.authenticate",)),
        ("jwt({ secret: '' })", ("jwt",)),
        ("(req, res, next) => { passport.authenticate('jwt')(req, res, next) }", ("passport.authenticate",)),
        ("(req, res, next) => { if (!req.isAuthenticated()) throw new E(); next() }", ("isAuthenticated",)),
        ("(req, res, next) => { if (!req.user) throw new UnauthorizedError(); next() }", ("401",)),
        ("(req, res, next) => { if (!req.user) return next(new E(httpStatus.UNAUTHORIZED)); next() }", ("401",)),
        ("(req, res, next) => { if (!req.body) return res.status(400); next() }", ()),
        ("authLimiter({ max: 1 })", ()),
        ("validate(authSchema)", ()),
        ("checkRole('admin')", ("checkRole",)),
    ],
)
def test_middleware(middleware: str, expected: tuple[str, ...]) -> None:
    source = f"""
    import passport from 'passport'; import {{ expressjwt as jwt }} from 'express-jwt';
    import authLimiter from 'express-rate-limit';
    const authSchema = {{ a: 1 }};
    const validate = (schema) => (req, res, next) => {{ schema.check(req); next() }};
    const checkRole = (role) => (req, res, next) => {{ look(role).then(() => next()) }};
    app.get('/', {middleware}, list);
    """
    assert auth(source) == [expected]


@pytest.mark.parametrize(
    "name",
    ["auth", "requireAuth", "isAdmin", "security.isAuthorized", "ensureLoggedIn", "checkPermission", "auth.required"],
)
def test_names_of_guards(name: str) -> None:
    assert reads_like_guard(name)


@pytest.mark.parametrize(
    "name", ["authors", "authLimiter", "authValidation.login", "users.list", "loginUser", "authRouter", "upload", ""]
)
def test_other_names(name: str) -> None:
    assert not reads_like_guard(name)


def test_a_route_that_is_only_a_guard() -> None:
    assert auth("app.all('/api/*rest', requireAuth)") == [("requireAuth",)]
    assert auth("const authorize = (req, res) => {}; app.get('/', authorize)") == [()]


def test_handlers_that_find_out_who_calls() -> None:
    helpers = """
    const checkAuth = async (req) => find(req.headers.authorization);
    const generateAuthTokens = () => 1;
    """
    assert auth(helpers + "app.get('/', async (req, res) => { res.json(await checkAuth(req)) })") == [("checkAuth",)]
    assert auth(helpers + "app.get('/', async (req, res) => { res.json(generateAuthTokens()) })") == [()]
    assert auth("app.get('/', (req, res) => { if (!req.headers.key) res.status(401) })") == [()]


@pytest.mark.parametrize("name", ["checkAuth", "requireUser", "verifySession", "ensureLoggedIn", "authenticate"])
def test_names_of_functions_that_find_out_who_calls(name: str) -> None:
    assert asks_who_calls(name)


@pytest.mark.parametrize(
    "name", ["checkLiveUserInput", "validateUser", "authTokens", "checkEmail", "verifyErrorToken", ""]
)
def test_names_of_functions_that_do_not(name: str) -> None:
    assert not asks_who_calls(name)
