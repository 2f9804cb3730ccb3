"""A desktop in a process of its own, as far as Ashore can see one: a tray, notifications, keys for every program.

Speaks JSON lines: what it was asked on standard output, what somebody does at the desk on standard input.
Names and signatures: StatusNotifierItem and Desktop Notifications (freedesktop.org), GlobalShortcuts (portal).
"""

from __future__ import annotations

import json
import os
import select
import sys
from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, Message, MessageType, new_error, new_method_call, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
NOTES = "org.freedesktop.Notifications"
PORTAL = "org.freedesktop.portal.Desktop"
KEYS = "org.freedesktop.portal.GlobalShortcuts"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
SEEN_BY_QT = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg direction="in" type="s"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/></interface></node>"""


class Desktop:
    """`without` names what this desktop lacks."""

    def __init__(self, refuses_keys: bool) -> None:
        self._bus: DBusConnection = open_dbus_connection("SESSION")
        self._refuses_keys = refuses_keys
        self._item = self._session = self._program = ""

    def run(self, without: set[str]) -> None:
        """Answer until standard input ends."""
        for name in {WATCHER, NOTES, PORTAL} - without:
            self._bus.send_and_get_reply(message_bus.RequestName(name))
        say({"ready": True})
        while True:
            ready, _, _ = select.select([self._bus.sock, sys.stdin], [], [])
            if sys.stdin in ready:
                line = sys.stdin.readline()
                if not line:
                    return
                self._act(json.loads(line))
            self._answer_all()

    def _answer_all(self) -> None:
        """Also what came together with the message before: the socket does not show that any more."""
        with suppress(TimeoutError):
            while True:
                self._answer(self._bus.receive(timeout=0))

    def _answer(self, message: Message) -> None:
        fields = {key.name: value for key, value in message.header.fields.items()}
        if message.header.message_type is not MessageType.method_call:
            return
        found = getattr(self, f"_on_{fields['member']}", None)
        if found is None:
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        answer = found(fields, message.body)
        if answer is not None:
            self._bus.send(new_method_return(message, *answer))
        for later in self.__dict__.pop("later", ()):
            self._bus.send(later)

    def _on_Introspect(self, fields: dict[str, Any], body: Any) -> Any:
        return "s", (SEEN_BY_QT,)

    def _on_Get(self, fields: dict[str, Any], body: Any) -> Any:
        values = {"IsStatusNotifierHostRegistered": ("b", True), "version": ("u", 1)}
        return "v", (values[body[1]],)

    def _on_GetAll(self, fields: dict[str, Any], body: Any) -> Any:
        return "a{sv}", ({"IsStatusNotifierHostRegistered": ("b", True)},)

    def _on_RegisterStatusNotifierItem(self, fields: dict[str, Any], body: Any) -> Any:
        self._item = body[0]
        say({"item": self._item})
        return "", ()

    def _on_Notify(self, fields: dict[str, Any], body: Any) -> Any:
        say({"notify": [body[3], body[4]]})
        return "u", (1,)

    def _on_GetCapabilities(self, fields: dict[str, Any], body: Any) -> Any:
        return "as", (["body", "actions"],)

    def _on_GetServerInformation(self, fields: dict[str, Any], body: Any) -> Any:
        return "ssss", ("fake", "test", "1", "1.2")

    def _on_CloseNotification(self, fields: dict[str, Any], body: Any) -> Any:
        return "", ()

    def _on_CreateSession(self, fields: dict[str, Any], body: Any) -> Any:
        options = body[0]
        who = fields["sender"].removeprefix(":").replace(".", "_")
        self._program = fields["sender"]
        self._session = f"/org/freedesktop/portal/desktop/session/{who}/{options['session_handle_token'][1]}"
        return self._request(who, options, 0, {"session_handle": ("s", self._session)})

    def _on_BindShortcuts(self, fields: dict[str, Any], body: Any) -> Any:
        _, shortcuts, _, options = body
        who = fields["sender"].removeprefix(":").replace(".", "_")
        say({"bind": {name: about["preferred_trigger"][1] for name, about in shortcuts}})
        given = [(name, {"trigger_description": about["preferred_trigger"]}) for name, about in shortcuts]
        return self._request(who, options, int(self._refuses_keys), {"shortcuts": ("a(sa{sv})", given)})

    def _request(self, who: str, options: dict[str, Any], code: int, results: dict[str, Any]) -> Any:
        path = f"/org/freedesktop/portal/desktop/request/{who}/{options['handle_token'][1]}"
        here = DBusAddress(path, interface="org.freedesktop.portal.Request")
        self.later = [new_signal(here, "Response", "ua{sv}", (code, results))]
        return "o", (path,)

    def _act(self, wish: dict[str, Any]) -> None:
        """`press`: a key of the desktop; `read`: a property of the picture; `click`: on it."""
        if "press" in wish:
            here = DBusAddress("/org/freedesktop/portal/desktop", interface=KEYS)
            body = (self._session, wish["press"], 1, {"activation_token": ("s", "token")})
            self._bus.send(new_signal(here, "Activated", "osta{sv}", body))
        elif "read" in wish:
            there = DBusAddress("/StatusNotifierItem", self._item, "org.freedesktop.DBus.Properties")
            say({"read": self._ask(new_method_call(there, "Get", "ss", (ITEM, wish["read"])))[0][1]})
        elif "menu" in wish:
            there = DBusAddress("/MenuBar", self._item, MENU)
            body = self._ask(new_method_call(there, "GetLayout", "iias", (0, -1, ["label", "visible"])))
            say({"menu": [row[1][1].get("label", ("s", ""))[1] for row in body[1][2]]})
        else:
            there = DBusAddress("/StatusNotifierItem", self._item, ITEM)
            self._ask(new_method_call(there, "Activate", "ii", (0, 0)))
            say({"clicked": True})

    def _ask(self, call: Message) -> Any:
        """Qt asks nothing of the desktop while it answers such a call."""
        return self._bus.send_and_get_reply(call, timeout=10).body


def say(value: dict[str, Any]) -> None:
    """One line to whoever started this desktop."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.setsid()
    Desktop("--refuse-keys" in sys.argv).run(set(sys.argv[1:]))
