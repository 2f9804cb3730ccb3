"""What a breach of each law looks like in a syntax tree: one small finder a law."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

SQL_WRITES = {"insert", "update", "delete"}
LOOPS_ALLOWED = re.compile(r"(menu|application|app|loop)$", re.IGNORECASE)


def imports(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Every imported name, in full, with its place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def method_calls(tree: ast.Module, method: str) -> Iterator[tuple[str, ast.Call]]:
    """The calls `receiver.method(…)`: the receiver as it is written, and the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield ast.unparse(node.func.value), node


def speaks_sql(tree: ast.Module) -> list[ast.AST]:
    """SQLAlchemy outside app/storage."""
    return [node for name, node in imports(tree) if name.split(".")[0] == "sqlalchemy"]


def opens_sqlite(tree: ast.Module) -> list[ast.AST]:
    """A driver, or Qt's own SQLite: a second library in the process costs acknowledged writes."""
    return [node for name, node in imports(tree) if name.split(".")[0] in ("sqlite3", "sqlcipher3") or "QtSql" in name]


def writes_tables(tree: ast.Module) -> list[ast.AST]:
    """insert(), update() or delete(), imported from SQLAlchemy or said of a table (`flags.insert()`)."""
    verbs = [node for name, node in imports(tree) if re.match(r"sqlalchemy\b.*\.(insert|update|delete)$", name)]
    through = [call for verb in SQL_WRITES for owner, call in method_calls(tree, verb) if owner in ("sa", "sqlalchemy")]
    bare = [call for verb in SQL_WRITES for _, call in method_calls(tree, verb) if not (call.args or call.keywords)]
    return [*verbs, *through, *bare]


def inserts_into_log(tree: ast.Module) -> list[ast.AST]:
    """The insert of the log table, whatever the variable is called."""
    named = re.compile(r"(log_table|logtable|log)\W*$", re.IGNORECASE)
    return [call for owner, call in method_calls(tree, "insert") if named.search(owner)]


def nests_event_loops(tree: ast.Module) -> list[ast.AST]:
    """`exec()` of a dialog. A menu, an event loop and the application itself have no other verb."""
    return [call for owner, call in method_calls(tree, "exec") if not LOOPS_ALLOWED.search(owner)]


def connects_lambdas(tree: ast.Module) -> list[ast.AST]:
    """A lambda as a slot keeps a dead window alive and cannot be disconnected."""
    calls = [call for _, call in method_calls(tree, "connect")]
    return [call for call in calls if any(isinstance(argument, ast.Lambda) for argument in call.args)]


def catches_refusals(tree: ast.Module) -> list[ast.AST]:
    """`except Refused`, alone or among others."""
    handlers = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.type is not None]
    return [handler for handler in handlers if handler.type and "Refused" in ast.unparse(handler.type)]


def is_silent(tree: ast.Module) -> list[ast.AST]:
    """A module with code and without a first line that says what it is for."""
    return [tree.body[0]] if tree.body and not ast.get_docstring(tree) else []
