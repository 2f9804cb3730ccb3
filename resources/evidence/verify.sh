#!/bin/sh
# Check this export with stock tools: sh verify.sh [N HEAD]. The commands written in HOWTO-VERIFY are the authority.
# Exit 0: it matches the head you hold. 3: valid inside only. 4: contradicts it. 5: changed or withheld. 2: unreadable.
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
[ -r log.sha256 ] || { echo "log.sha256 cannot be read"; exit 2; }
fail() { echo "PROBLEM: $1"; echo "INVALID"; exit 5; }
digest() { sha256sum "$1" | cut -c1-64; }

# The list: every line is one, numbered without a gap, and the last one is whole.
grep -q "$(printf '\r')" log.sha256 && fail "log.sha256 has lines that end in CR LF; have the file sent as it was"
bad=$(grep -vcE '^[0-9a-f]{64}  records/[0-9]{8}\.json$' log.sha256)
[ "$bad" = 0 ] || fail "log.sha256 has $bad lines that are none of the list"
gap=$(awk 'substr($0, 75, 8) != sprintf("%08d", NR) { print NR; exit }' log.sha256)
[ -z "$gap" ] || fail "log.sha256: where entry $gap should stand is another one"
count=$(grep -c '' log.sha256)
[ "$(wc -c <log.sha256 | tr -d ' ')" = $((count * 88)) ] || fail "log.sha256 is cut short"
info() { sed -e ':a' -e 'N' -e '$!ba' -e 's/\n / /g' ../bag-info.txt | sed -n "s/^$1: *//p" | tr '\n' ' ' | sed 's/ *$//'; }
said=$(info Journal-Entries)
[ -z "$said" ] || [ "$said" = "$count" ] || fail "log.sha256 ends at entry $count, and bag-info.txt says $said"

# The records that are here: of the list, unchanged, each after the one before it; what is missing is named.
sha256sum --strict --ignore-missing -c log.sha256 >/dev/null 2>&1 ||
  { for f in records/*.json; do
      [ "$(grep -F "  $f" log.sha256 | cut -c1-64)" = "$(digest "$f")" ] || fail "$f was changed"
    done; }
find records -type f | sort | sed 's|^records/||' | awk -v n="$count" '
  !/^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]\.json$/ || substr($0, 1, 8) + 0 < 1 || substr($0, 1, 8) + 0 > n {
    print; exit 1 }' || fail "a file in records is not in the list"
holes=$(find records -type f | sort | xargs awk '
  # A record ends in ,"client":..,"cprev":..,"cseq":..,"kind":.. and so on; nothing that was typed can stand there.
  { match($0, /,"client":[0-9]+,"cprev":("[0-9a-f]+"|null),"cseq":[0-9]+,"kind":"[a-z._0-9]+","log":"[0-9a-f]+","prev":"[0-9a-f]+","rec_utc":"[-0-9T:.Z]+","salt":"[0-9a-f]+","seq":[0-9]+,"v":1\}$/)
    if (!RSTART) { print "bad", FILENAME; next }
    tail = substr($0, RSTART); gsub(/[{}"]/, "", tail); n = split(tail, part, ",")
    for (i = 2; i <= n; i++) { at = index(part[i], ":"); v[substr(part[i], 1, at - 1)] = substr(part[i], at + 1) }
    erased = 0
    if (v["kind"] == "journal.redacted" && match($0, /"seq":[0-9]+,"sha256":/)) erased = substr($0, RSTART + 6) + 0
    print "rec", v["seq"], v["client"], v["cseq"], v["cprev"], erased }' |
  awk -v private="$(info Private-Entries)" -v outside="$(info Before-Period) $(info After-Period)" '
  FILENAME != "-" { hash[FNR] = substr($0, 1, 64); at[hash[FNR]] = FNR; last = FNR; next }
  $1 == "bad" { print $2 " is not of the format of records"; exit }
  { n++; seq[n] = $2; client[n] = $3; cseq[n] = $4; cprev[n] = $5; if ($6) named[$6] = 1 }
  function within(x,  k) { for (k = 1; k <= spans; k++) if (a[k] <= x && x <= b[k]) return 1; return 0 }
  END {
    count = split(private, word, " ")
    for (k = 1; k <= count; k++) { split(word[k], end, "-"); to = end[2] == "" ? end[1] : end[2]
      for (x = end[1]; x <= to + 0 && x <= last; x++) named[x + 0] = 1 }
    spans = split(outside, word, " ")
    for (k = 1; k <= spans; k++) { split(word[k], end, "-"); a[k] = end[1] + 0; b[k] = (end[2] == "" ? end[1] : end[2]) + 0 }
    for (i = 1; i <= n; i++) { c = client[i]; s = seq[i] + 0; if (c == 0) continue
      if (only == "") only = c
      if (c != only) { print "the bag shows more than one client"; exit }
      if (s in named) { print "entry " s " is here, and named as one that is not"; exit }
      missing = cseq[i] - done[c] - 1; e = (cprev[i] in at) ? at[cprev[i]] : 0
      if (missing == 0) { if (e != prior[c] + 0 || (e == 0 && cprev[i] != "null")) missing = -1 }
      else if (missing > 0) { if (e <= prior[c] + 0 || e >= s) missing = -1 }
      if (missing < 0) { print "entry " s " does not follow the entry before it of its client"; exit }
      if (missing > 0) { inside = 0; wide = 0
        for (x = prior[c] + 1; x < s; x++) { if (x in named) inside++; else if (within(x)) wide++ }
        if (missing > inside + wide || inside > missing || !((e in named) || within(e))) {
          print "WITHHELD: entries between " prior[c] + 1 " and " s - 1 " are not here, and not all are named in bag-info.txt"; exit } }
      done[c] = cseq[i]; prior[c] = s } }' log.sha256 -)
[ -z "$holes" ] || fail "$holes"

# Attachments are named by their hashes, keys by records.
for f in attachments/*; do
  [ ! -e "$f" ] || [ "$f" = "attachments/$(digest "$f").bin" ] || fail "$f was changed"
done
cut -d' ' -f3,4 keys/allowed_signers | while read -r key; do
  find records -type f | xargs grep -lF "\"public_key\":\"$key\"" | grep -q . || { echo "$key"; break; }
done | grep -q . && fail "keys/allowed_signers names a key that the records do not"

# Checkpoints say the same as the list, are signed, and their time stamps are of their own text.
for text in checkpoints/*.txt; do
  [ -e "$text" ] || continue
  size=$(sed -n 's/^size: //p' "$text"); head=$(sed -n 's/^head: sha256://p' "$text")
  [ "$size" -le "$count" ] 2>/dev/null && [ "$(head -n "$size" log.sha256 | sha256sum | cut -c1-64)" = "$head" ] ||
    fail "$text contradicts the list"
  for stamp in "$text".tsr "$text".*.tsr; do
    [ -e "$stamp" ] || continue
    od -An -v -t x1 "$stamp" | tr -d ' \n' | grep -q "$(digest "$text")" || fail "$stamp is a time stamp of another text"
  done
  if command -v ssh-keygen >/dev/null; then
    ok=no
    for who in $(cut -d' ' -f1 keys/allowed_signers); do
      ssh-keygen -Y verify -f keys/allowed_signers -I "$who" -n journal-checkpoint -s "$text.sig" <"$text" >/dev/null 2>&1 && ok=yes
    done
    [ $ok = yes ] || fail "$text.sig is not a signature of the owner"
  fi
done

# Every file of the bag, and the signature over the lists of files.
if command -v ssh-keygen >/dev/null; then
  ssh-keygen -Y verify -f keys/allowed_signers -I owner -n journal-export -s ../tagmanifest-sha256.txt.sig \
    <../tagmanifest-sha256.txt >/dev/null 2>&1 || fail "the lists of files are not signed by the owner"
else
  echo "ssh-keygen is not here: signatures were NOT checked"
fi
[ "$(cat ../bagit.txt 2>/dev/null)" = "$(printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8')" ] ||
  fail "bagit.txt is not the declaration of BagIt 1.0"
for list in ../manifest-sha256.txt ../tagmanifest-sha256.txt; do
  [ -r $list ] || fail "$list is missing"
  grep -E '\.\.' $list >/dev/null && fail "$list names a file outside the bag"
  [ "$(grep -vcE '^[0-9a-f]{64}  [A-Za-z0-9_-][A-Za-z0-9._/-]*$' $list)" = 0 ] || fail "$list has lines that are none of a list"
done
(cd .. && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt >/dev/null 2>&1) || fail "a file of the bag was changed or is missing"
extra=$(cd .. && find data -type f | sort | awk 'NR == FNR { listed[substr($0, 67)] = 1; next } !($0 in listed) { print; exit }' manifest-sha256.txt -)
[ -z "$extra" ] || fail "$extra is in no list"

echo "$count entries listed, $(find records -type f | grep -c '') shown here, head $(digest log.sha256)"
if [ $# -eq 2 ]; then
  [ "$1" -le "$count" ] || { echo "DIVERGED: the list ends at entry $count, before the one you hold"; exit 4; }
  want=$(printf %s "$2" | tr -d ' \n' | tr 'A-F' 'a-f')
  [ "$(head -n "$1" log.sha256 | sha256sum | cut -c1-64)" = "$want" ] && { echo "HELD up to entry $1"; exit 0; }
  echo "DIVERGED: the head after entry $1 is not the one you hold"; exit 4
fi
echo "UNANCHORED: valid inside only. Compare with a head that you hold: sh verify.sh N HEAD"; exit 3
