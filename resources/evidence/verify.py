#!/usr/bin/env python3
"""Check this export without the program that made it. Python 3.8 or newer, nothing else; ssh-keygen for signatures.

    python3 verify.py [N:HEAD ...]      heads that you hold yourself, from sheets or mails: entry number and 64 digits

Exit 0: all is as listed and every head you gave matches. Exit 3: valid inside only. 4: contradicts a head you hold.
5: something was changed or withheld. 2: cannot be read.
This script is a convenience; the commands written in HOWTO-VERIFY are the authority.
"""
import bisect
import hashlib
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LINE = re.compile(rb"([0-9a-f]{64})  records/([0-9]{8})\.json\n")
FILE_LINE = re.compile(rb"([0-9a-f]{64})  ((?:data/)?[A-Za-z0-9_-][A-Za-z0-9._/-]*)\n")
KEYS = {"v", "log", "seq", "prev", "client", "cseq", "cprev", "kind", "rec_utc", "salt", "body"}
HEX = {"log": 32, "prev": 64, "salt": 32}
MOST_BYTES, MOST_DEPTH, EXACT, MOST_SAID = 1 << 20, 8, 1 << 53, 40
DECLARATION = hashlib.sha256(b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n").hexdigest()
UNCHECKED = set()


def digest(path):
    value = hashlib.sha256()
    with open(path, "rb") as source:
        for chunk in iter(lambda: source.read(1 << 20), b""):
            value.update(chunk)
    return value.hexdigest()


def names_in(folder, pattern):
    """Names in a folder of the bag that look like that; none where the folder is missing."""
    place = os.path.join(HERE, folder)
    return sorted(name for name in (os.listdir(place) if os.path.isdir(place) else []) if re.fullmatch(pattern, name))


class Listed:
    """The list, line by line, and beside each line its record, where that is here."""

    def __init__(self, wanted):
        self.wanted, self.problems, self.hashes = wanted, [], {}
        self.heads, self.running = {0: hashlib.sha256().hexdigest()}, hashlib.sha256()
        self.last, self.log, self.shown, self.clients, self.erased = 0, None, 0, {}, set()
        self.files, self.erased_files, self.keys = {}, set(), []

    def read(self):
        with open(os.path.join(HERE, "log.sha256"), "rb") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(200), b""), 1):
                self.line(number, line)
        self.heads[self.last] = self.running.hexdigest()

    def line(self, number, line):
        match = LINE.fullmatch(line)
        if not match:
            why = "ends in CR LF; have the file sent as it was" if line.endswith(b"\r\n") else "is no line of the list"
            self.problems.append("log.sha256: line %d %s" % (number, why))
            self.running.update(line)
            return
        seq, before = int(match.group(2)), self.running.hexdigest()
        if seq != self.last + 1:
            self.problems.append("log.sha256: after entry %d comes entry %d" % (self.last, seq))
        self.last = max(seq, self.last)
        self.hashes[seq] = match.group(1).decode()
        self.running.update(line)
        if seq in self.wanted:
            self.heads[seq] = self.running.hexdigest()
        name = os.path.join(HERE, "records", "%08d.json" % seq)
        if os.path.exists(name):
            self.shown += 1
            problem = self.record(name, seq, before)
            if problem:
                self.problems.append("records/%08d.json %s" % (seq, problem))

    def record(self, name, seq, before):
        """What is wrong with a record; None for nothing."""
        if os.path.getsize(name) > MOST_BYTES:
            return "is larger than a record may be"
        with open(name, "rb") as source:
            data = source.read()
        if hashlib.sha256(data).hexdigest() != self.hashes[seq]:
            return "was changed"
        problem, value = parsed(data)
        if problem:
            return problem
        self.log = self.log or value["log"]
        if value["seq"] != seq or value["log"] != self.log:
            return "is a record of another place or of another journal"
        if value["prev"] != before:
            return "does not follow the list before it"
        self.told(seq, value["kind"], value["body"])
        self.clients.setdefault(value["client"], []).append((seq, value["cseq"], value["cprev"]))
        return None


    def told(self, seq, kind, body):
        """What a record says of other things: an erasure, files, the key that signs from here on."""
        if kind == "journal.redacted" and isinstance(body.get("seq"), int):
            self.erased.add(body["seq"])
            self.erased_files.update(body.get("attachments", ()))
        if kind in ("journal.opened", "journal.key_changed"):
            self.keys.append(body.get("public_key"))
        for part in (body, body.get("set")):
            for file in (part.get("attachments") or ()) if isinstance(part, dict) else ():
                if isinstance(file, dict) and isinstance(file.get("sha256"), str) and file.get("use") != "whole_source":
                    self.files.setdefault(file["sha256"], seq)


def parsed(data):
    """(what is wrong, the record): exactly the keys of the format, canonical text (RFC 8785), no floats."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    except KeyError:
        return "names a key twice", None
    except (ValueError, RecursionError):
        return "is no JSON text in UTF-8", None
    if text != data:
        return "is not in canonical form (RFC 8785)", None
    if not (isinstance(value, dict) and set(value) == KEYS and in_form(value)):
        return "is not of the format of records", None
    return ("holds a number or a depth that a record may not", None) if outside(value, 1) else (None, value)


def once(pairs):
    if len(dict(pairs)) != len(pairs):
        raise KeyError
    return dict(pairs)


def in_form(value):
    whole = value["v"] == 1 and all(type(value[key]) is int and value[key] >= least for key, least in
                (("v", 1), ("seq", 1), ("cseq", 1), ("client", 0)))
    hexes = all(isinstance(value[key], str) and re.fullmatch("[0-9a-f]{%d}" % size, value[key])
                for key, size in HEX.items())
    link = value["cprev"] is None or (isinstance(value["cprev"], str) and re.fullmatch("[0-9a-f]{64}", value["cprev"]))
    return whole and hexes and link and isinstance(value["kind"], str) and isinstance(value["body"], dict)


def outside(value, depth):
    if isinstance(value, dict):
        plain = all(ord(sign) < 128 for key in value for sign in key)
        return depth > MOST_DEPTH or not plain or any(outside(inner, depth + 1) for inner in value.values())
    if isinstance(value, list):
        return depth > MOST_DEPTH or any(outside(inner, depth + 1) for inner in value)
    return isinstance(value, float) or (isinstance(value, int) and not -EXACT < value < EXACT)


def check_holes(listed, info):
    """Entries of a client that are not here and that nothing names: WITHHELD. Other clients' entries are no holes."""
    private = {number for first, last in spans(info.get("Private-Entries", ""))
               for number in range(first, min(last, listed.last) + 1)}
    periods = spans(info.get("Before-Period", "")) + spans(info.get("After-Period", ""))
    named = private | listed.erased
    order, twice = sorted(named), sorted(seq for seq in named if any(a <= seq <= b for a, b in periods))
    places = {value: seq for seq, value in listed.hashes.items()}
    clients = sorted(set(listed.clients) - {0})
    problems = ["the bag shows %d clients; it may show one" % len(clients)] if len(clients) > 1 else []
    for client in clients:
        last, done, before = 0, 0, None
        for seq, cseq, cprev in sorted(listed.clients[client]):
            missing, end = cseq - done - 1, places.get(cprev, 0)
            if missing == 0 and cprev == before:
                pass
            elif missing <= 0 or not last < end < seq:
                problems.append("records/%08d.json does not follow the entry before it of its client" % seq)
            else:
                inside = between(order, last, seq)
                wide = sum(max(0, min(seq - 1, b) - max(last + 1, a) + 1) for a, b in periods)
                wide -= between(twice, last, seq)
                known = end in named or any(a <= end <= b for a, b in periods)
                if missing > inside + wide or inside > missing or not known:
                    problems.append("WITHHELD: entries of client %d between %d and %d are not here, and not all are"
                                    " named in bag-info.txt" % (client, last + 1, seq - 1))
            last, done, before = seq, cseq, listed.hashes[seq]
        problems += ["records/%08d.json is here, and named as one that is not" % seq
                     for seq, _, _ in listed.clients[client] if seq in named]
    return problems


def between(numbers, after, before):
    return bisect.bisect_left(numbers, before) - bisect.bisect_right(numbers, after)


def bag_info():
    """The labels of bag-info.txt; lines that begin with a blank go on with the one before."""
    info, name = {}, os.path.join(ROOT, "bag-info.txt")
    if not os.path.isfile(name):
        return info
    with open(name, "rb") as source:
        text = source.read().decode("utf-8", "replace").replace("\n ", " ")
    for line in text.splitlines():
        label, colon, value = line.partition(":")
        if colon:
            info[label.strip()] = (info.get(label.strip(), "") + " " + value.strip()).strip()
    return info


def spans(text):
    found = [re.fullmatch(r"([0-9]{1,9})(?:-([0-9]{1,9}))?", word) for word in text.split()]
    return [(int(match.group(1)), int(match.group(2) or match.group(1))) for match in found if match]


def check_end(listed, info):
    """The list goes as far as the bag says of itself; records that it does not name."""
    problems = []
    if info.get("Journal-Entries", str(listed.last)) != str(listed.last):
        problems.append("log.sha256 ends at entry %d, and bag-info.txt says %s" % (listed.last, info["Journal-Entries"]))
    if info.get("Journal-Head", "sha256:" + listed.heads[listed.last]) != "sha256:" + listed.heads[listed.last]:
        problems.append("bag-info.txt names another head than that of log.sha256")
    for name in names_in("records", ".*"):
        if not (re.fullmatch(r"[0-9]{8}\.json", name) and int(name[:8]) in listed.hashes):
            problems.append("records/%s is not in the list" % name)
    return problems


def check_files(listed):
    """Attachments by their names, which are their hashes, and the keys by the records that name them."""
    problems, here = [], set(names_in("attachments", ".*"))
    for sha256, seq in sorted(listed.files.items()):
        if sha256 + ".bin" not in here and sha256 not in listed.erased_files:
            problems.append("the attachment %s of entry %d is missing" % (sha256, seq))
    for name in sorted(here):
        if digest(os.path.join(HERE, "attachments", name)) + ".bin" != name:
            problems.append("attachments/%s was changed" % name)
    with open(os.path.join(HERE, "keys", "allowed_signers"), "rb") as source:
        signers = [line.decode("ascii", "replace").split() for line in source]
    for words in signers:
        key = " ".join(words[2:4])
        if key not in listed.keys or (words[0] == "owner" and key != listed.keys[-1]):
            problems.append("keys/allowed_signers names a key that the records do not")
    return problems


def checkpoint_sizes():
    return {int(name[:8]) for name in names_in("checkpoints", r"[0-9]{8}\.txt")}


def check_checkpoints(heads):
    problems = []
    for size in sorted(checkpoint_sizes()):
        short = "checkpoints/%08d.txt" % size
        name = os.path.join(HERE, *short.split("/"))
        with open(name, "rb") as source:
            text = source.read(1 << 16)
        lines = text.decode("ascii", "replace").split("\n")
        if len(lines) != 7 or lines[2] != "size: %d" % size or lines[3] != "head: sha256:%s" % heads.get(size):
            problems.append(short + " contradicts the list")
        elif not signed(name, text, "journal-checkpoint", principals()):
            problems.append(short + ".sig is not a signature of the owner")
        for stamp in names_in("checkpoints", r"%08d\.txt(\.[0-9]+)?\.tsr" % size):
            with open(os.path.join(HERE, "checkpoints", stamp), "rb") as source:
                if hashlib.sha256(text).digest() not in source.read(1 << 20):
                    problems.append("checkpoints/%s is a time stamp of another text" % stamp)
    return problems


def principals():
    """The names of the keys in allowed_signers: the present one, and former ones."""
    with open(os.path.join(HERE, "keys", "allowed_signers"), "rb") as source:
        return [line.split()[0].decode("ascii", "replace") for line in source if line.strip()]


def signed(name, text, namespace, names):
    signers = os.path.join(HERE, "keys", "allowed_signers")
    for principal in names:
        command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", principal, "-n", namespace, "-s", name + ".sig"]
        try:
            done = subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError:
            UNCHECKED.add("ssh-keygen is not here: signatures were NOT checked")
            return True
        if done.returncode == 0:
            return True
    return False


def check_manifest():
    """Every file of the bag, and the owner's signature over the lists of files."""
    problems, listed, declared = [], set(), os.path.join(ROOT, "bagit.txt")
    if not os.path.isfile(declared) or digest(declared) != DECLARATION:
        problems.append("bagit.txt is not the declaration of BagIt 1.0")
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        path = os.path.join(ROOT, manifest)
        if not os.path.exists(path):
            problems.append(manifest + " is missing")
            continue
        with open(path, "rb") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(400), b""), 1):
                match = FILE_LINE.fullmatch(line)
                parts = match.group(2).decode().split("/") if match else [".."]
                if ".." in parts or "" in parts:
                    problems.append("%s: line %d is no line of the list" % (manifest, number))
                    continue
                listed.add("/".join(parts))
                file = os.path.join(ROOT, *parts)
                if not os.path.isfile(file) or os.path.islink(file) or digest(file) != match.group(1).decode():
                    problems.append("%s: %s is missing or was changed" % (manifest, "/".join(parts)))
    lists = os.path.join(ROOT, "tagmanifest-sha256.txt")
    if os.path.exists(lists):
        with open(lists, "rb") as source:
            if not signed(lists, source.read(), "journal-export", ["owner"]):
                problems.append("tagmanifest-sha256.txt.sig is not a signature of the owner")
    return problems + sorted("%s is in no list" % name for name in files_here() - listed)


def files_here():
    """Every file below data/, as the list names it."""
    found = set()
    for folder, folders, names in os.walk(HERE):
        inside = os.path.relpath(folder, ROOT).replace(os.sep, "/")
        found.update(inside + "/" + name for name in names)
    return found


def held_heads(arguments):
    """Heads as they were typed; None where one is none."""
    held = []
    for argument in arguments:
        size, _, head = argument.partition(":")
        head = re.sub(r"\s", "", head).lower()
        if not re.fullmatch("[0-9]{1,9}", size) or not re.fullmatch(r"[0-9a-f]{64}", head):
            return None
        held.append((int(size), head))
    return held


def main(arguments):
    held = held_heads(arguments)
    if held is None:
        print("give heads as N:HEAD, with all 64 digits")
        return 2
    listed = Listed({size for size, _ in held} | checkpoint_sizes())
    try:
        info = bag_info()
        listed.read()
        problems = listed.problems + check_end(listed, info) + check_holes(listed, info)
        problems += check_files(listed) + check_checkpoints(listed.heads) + check_manifest()
    except OSError as missing:
        print("cannot be read: %s" % missing)
        return 2
    print("%d entries listed, %d shown here, head %s" % (listed.last, listed.shown, listed.heads[listed.last]))
    for note in sorted(UNCHECKED):
        print(note)
    return verdict(problems, listed.heads, held)


def verdict(problems, heads, held):
    for problem in problems[:MOST_SAID]:
        print("PROBLEM: " + problem)
    if len(problems) > MOST_SAID:
        print("and %d more" % (len(problems) - MOST_SAID))
    if problems:
        print("INVALID")
        return 5
    for number, head in held:
        if heads.get(number) != head:
            print("DIVERGED: the head after entry %d is not the one you hold" % number)
            return 4
    if held:
        print("HELD up to entry %d: it matches what you hold" % max(number for number, _ in held))
        return 0
    print("UNANCHORED: valid inside only. Compare with a head that you hold yourself: verify.py N:HEAD")
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
