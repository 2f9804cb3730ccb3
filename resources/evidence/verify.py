#!/usr/bin/env python3
"""Check this export without the program that made it. Python 3.8 or newer, nothing else; ssh-keygen for signatures.

    python3 verify.py [N:HEAD ...]      heads that you hold yourself, from sheets or mails: entry number and 64 digits

Exit 0: all is as listed and every head you gave matches. Exit 3: valid inside only. 4: contradicts a head you hold.
5: something was changed. This script is a convenience; the commands written in HOWTO-VERIFY are the authority.
"""
import hashlib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LINE = re.compile(rb"([0-9a-f]{64})  records/([0-9]{8})\.json\n")


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
        for number, line in enumerate(lines, 1):
            match = LINE.fullmatch(line)
            if not match or int(match.group(2)) != number:
                problems.append("log.sha256: line %d is not line %d of the list" % (number, number))
                break
            running.update(line)
            if number in wanted:
                heads[number] = running.hexdigest()
            record = os.path.join(HERE, "records", "%08d.json" % number)
            if os.path.exists(record):
                shown += 1
                if digest(record) != match.group(1).decode():
                    problems.append("records/%08d.json was changed" % number)
    heads[number] = running.hexdigest()
    return problems, heads, number, shown


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
        lines = text.decode("ascii", "replace").splitlines()
        if len(lines) != 6 or lines[2] != "size: %d" % size or lines[3] != "head: sha256:%s" % heads.get(size):
            problems.append("checkpoints/%08d.txt contradicts the list" % size)
        elif not signed(name, text):
            problems.append("checkpoints/%08d.txt.sig is not a signature of the owner" % size)
    return problems


def signed(name, text):
    signers = os.path.join(HERE, "keys", "allowed_signers")
    with open(signers) as source:
        principals = [line.split()[0] for line in source if line.strip()]
    for principal in principals:
        command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", principal, "-n", "journal-checkpoint",
                   "-s", name + ".sig"]
        try:
            done = subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError:
            print("ssh-keygen is not here: signatures were NOT checked")
            return True
        if done.returncode == 0:
            return True
    return False


def check_manifest():
    problems = []
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        path = os.path.join(HERE, "..", manifest)
        if not os.path.exists(path):
            continue
        with open(path) as lines:
            for line in lines:
                value, name = line.rstrip("\n").split("  ", 1)
                file = os.path.join(HERE, "..", *name.split("/"))
                if not os.path.exists(file) or digest(file) != value:
                    problems.append("%s: %s is missing or was changed" % (manifest, name))
    return problems


def main(arguments):
    held = []
    for argument in arguments:
        size, _, head = argument.partition(":")
        head = re.sub(r"\s", "", head).lower()
        if not size.isdigit() or not re.fullmatch(r"[0-9a-f]{64}", head):
            print("give heads as N:HEAD, with all 64 digits")
            return 2
        held.append((int(size), head))
    problems, heads, size, shown = check_list(held)
    problems += check_checkpoints(heads) + check_manifest()
    print("%d entries listed, %d shown here, head %s" % (size, shown, heads[size]))
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
