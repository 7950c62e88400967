"""What the rules of the grammar read from: tokens, one after the other, and the problems met on the way."""

from collections.abc import Sequence

from datamodel_check.model.location import Span
from datamodel_check.model.module import SyntaxProblem
from datamodel_check.parse.prisma.tokens import Token


class UnexpectedError(Exception):
    """What is next is not what the grammar wants there."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Reader:
    """A place among the tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self.problems: list[SyntaxProblem] = []

    @property
    def next(self) -> Token:
        return self._tokens[self._position]

    def after(self, count: int) -> Token:
        """The token that comes `count` tokens after the next one."""
        return self._tokens[min(self._position + count, len(self._tokens) - 1)]

    def advance(self) -> Token:
        token = self.next
        if token.kind != "end":
            self._position += 1
        return token

    def at(self, symbol: str) -> bool:
        return self.next.kind == "symbol" and self.next.text == symbol

    def accept(self, symbol: str) -> bool:
        """Whether the symbol is next, which is then taken."""
        if not self.at(symbol):
            return False
        self.advance()
        return True

    def expect(self, symbol: str) -> Token:
        if not self.at(symbol):
            raise self.fail(f"`{symbol}`")
        return self.advance()

    def word(self, what: str) -> str:
        if self.next.kind != "word":
            raise self.fail(what)
        return self.advance().text

    def fail(self, wanted: str) -> UnexpectedError:
        token = self.next
        if token.kind == "open":
            message = "a string that does not end"
        elif token.kind in {"end", "newline"}:
            message = f"{wanted} is missing"
        else:
            message = f"{wanted} is expected, not `{token.text}`"
        return UnexpectedError(SyntaxProblem(message, Span(token.start, token.end, token.line)))

    def span(self, first: Token) -> Span:
        """From a token to what was read last."""
        last = self._tokens[max(self._position - 1, 0)]
        return Span(first.start, max(last.end, first.end), first.line)

    def skip_newlines(self) -> None:
        while self.next.kind == "newline":
            self.advance()

    def skip_line(self) -> None:
        """To the end of the line; a `}` that closes what is open before it is left."""
        depth = 0
        while self.next.kind not in {"newline", "end"}:
            if self.next.kind == "symbol":
                if self.next.text == "}" and depth == 0:
                    return
                depth += (self.next.text == "{") - (self.next.text == "}")
            self.advance()
