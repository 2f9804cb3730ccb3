"""Where the further commands of `ashore log` stand; a room is loaded when one of its commands is asked for."""

from __future__ import annotations

from importlib import import_module

import click

_OF_THE_PLAN = ("stage", "risk", "goal", "reading")
_OF_THE_TALK = ("understanding", "objection", "payment", "feedback", "planning")


class LogCommands(click.Group):
    """The group with the rooms in which its further commands stand, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *_OF_THE_PLAN, *_OF_THE_TALK]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _OF_THE_PLAN:
            return _command("app.cli.log_plan", cmd_name)
        if cmd_name in _OF_THE_TALK:
            return _command("app.cli.log_words", cmd_name)
        return super().get_command(ctx, cmd_name)


def _command(room: str, name: str) -> click.Command:
    found = getattr(import_module(room), f"{name}_command")
    assert isinstance(found, click.Command)
    return found
