#!/usr/bin/env python3
"""Check this export without the program that made it. Python 3.8 or newer, nothing else; ssh-keygen for signatures.

    python3 verify.py [N:HEAD ...]      heads that you hold yourself, from sheets or mails: entry number and 64 digits

Exit 0: all is as listed and every head you gave matches. Exit 3: valid inside only. 4: contradicts a head you hold.
5: something was changed. 2: cannot be read. This script is a convenience; the commands written in HOWTO-VERIFY are the authority.
"""
import hashlib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LINE = re.compile(rb"([0-9a-f]{64})  records/([0-9]{8})\.json\n")
FILE_LINE = re.compile(rb"([0-9a-f]{64})  ((?:data/)?[A-Za-z0-9_-][A-Za-z0-9._/-]*)\n")
UNCHECKED = set()


def digest(path):
    value = hashlib.sha256()
    with open(path, "rb") as source:
        for chunk in iter(lambda: source.read(1 << 20), b""):
            value.update(chunk)
    return value.hexdigest()


def check_list(held):
    """The list, the records that are here, and the heads asked for."""
    problems, heads, running, shown = [], {0: hashlib.sha256().hexdigest()}, hashlib.sha256(), 0
    wanted = {size for size, _ in held} | checkpoint_sizes()
    number = 0
    with open(os.path.join(HERE, "log.sha256"), "rb") as lines:
        for line in lines:
            match = LINE.fullmatch(line)
            if not match or int(match.group(2)) != number + 1:
                problems.append("log.sha256: line %d is not line %d of the list" % (number + 1, number + 1))
                break
            number += 1
            running.update(line)
            if number in wanted:
                heads[number] = running.hexdigest()
            record = os.path.join(HERE, "records", "%08d.json" % number)
            if os.path.exists(record):
                shown += 1
                if digest(record) != match.group(1).decode():
                    problems.append("records/%08d.json was changed" % number)
    heads[number] = running.hexdigest()
    return problems + unlisted(number), heads, number, shown


def unlisted(last):
    """Records that the list does not name."""
    folder = os.path.join(HERE, "records")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    listed = re.compile(r"[0-9]{8}\.json")
    return ["records/%s is not in the list" % name for name in names
            if not (listed.fullmatch(name) and 1 <= int(name[:8]) <= last)]


def checkpoint_sizes():
    folder = os.path.join(HERE, "checkpoints")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return {int(name[:8]) for name in names if re.fullmatch(r"[0-9]{8}\.txt", name)}


def check_checkpoints(heads):
    problems = []
    for size in sorted(checkpoint_sizes()):
        name = os.path.join(HERE, "checkpoints", "%08d.txt" % size)
        with open(name, "rb") as source:
            text = source.read()
        lines = text.decode("ascii", "replace").split("\n")
        if len(lines) != 7 or lines[2] != "size: %d" % size or lines[3] != "head: sha256:%s" % heads.get(size):
            problems.append("checkpoints/%08d.txt contradicts the list" % size)
        elif not signed(name, text, "journal-checkpoint", principals()):
            problems.append("checkpoints/%08d.txt.sig is not a signature of the owner" % size)
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
    problems, listed = [], set()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        path = os.path.join(HERE, "..", manifest)
        if not os.path.exists(path):
            problems.append(manifest + " is missing")
            continue
        with open(path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                match = FILE_LINE.fullmatch(line)
                if not match:
                    problems.append("%s: line %d is no line of the list" % (manifest, number))
                    continue
                name = match.group(2).decode()
                listed.add(name)
                file = os.path.join(HERE, "..", *name.split("/"))
                if not os.path.isfile(file) or digest(file) != match.group(1).decode():
                    problems.append("%s: %s is missing or was changed" % (manifest, name))
    lists = os.path.join(HERE, "..", "tagmanifest-sha256.txt")
    if os.path.exists(lists):
        with open(lists, "rb") as source:
            if not signed(lists, source.read(), "journal-export", ["owner"]):
                problems.append("tagmanifest-sha256.txt.sig is not a signature of the owner")
    return problems + sorted("%s is in no list" % name for name in files_here() - listed)


def files_here():
    """Every file below data/, as the list names it."""
    found = set()
    for folder, folders, names in os.walk(HERE):
        inside = os.path.relpath(folder, os.path.dirname(HERE)).replace(os.sep, "/")
        found.update(inside + "/" + name for name in names)
    return found


def main(arguments):
    held = []
    for argument in arguments:
        size, _, head = argument.partition(":")
        head = re.sub(r"\s", "", head).lower()
        if not size.isdigit() or not re.fullmatch(r"[0-9a-f]{64}", head):
            print("give heads as N:HEAD, with all 64 digits")
            return 2
        held.append((int(size), head))
    try:
        problems, heads, size, shown = check_list(held)
        problems += check_checkpoints(heads) + check_manifest()
    except OSError as missing:
        print("cannot be read: %s" % missing)
        return 2
    print("%d entries listed, %d shown here, head %s" % (size, shown, heads[size]))
    for note in sorted(UNCHECKED):
        print(note)
    for problem in problems:
        print("PROBLEM: " + problem)
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
