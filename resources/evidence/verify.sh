#!/bin/sh
# Check this export with stock tools: sh verify.sh [N HEAD]. The commands written in HOWTO-VERIFY are the authority.
cd "$(dirname "$0")" || exit 2
bad=$(grep -vcE '^[0-9a-f]{64}  records/[0-9]{8}\.json$' log.sha256)
[ "$bad" = 0 ] || { echo "log.sha256 has $bad lines that are none of the list"; exit 5; }
awk 'substr($0, 75, 8) != sprintf("%08d", NR) { bad = 1 } END { exit bad }' log.sha256 ||
  { echo "log.sha256 does not count its lines"; exit 5; }
sha256sum --strict --ignore-missing -c log.sha256 >/dev/null 2>&1 ||
  { for f in records/*.json; do
      want=$(grep -F "  $f" log.sha256 | cut -c1-64); have=$(sha256sum "$f" | cut -c1-64)
      [ "$want" = "$have" ] || { echo "$f was changed"; exit 5; }
    done; }
for text in checkpoints/*.txt; do
  [ -e "$text" ] || continue
  size=$(sed -n 's/^size: //p' "$text"); head=$(sed -n 's/^head: sha256://p' "$text")
  [ "$(head -n "$size" log.sha256 | sha256sum | cut -c1-64)" = "$head" ] || { echo "$text contradicts the list"; exit 5; }
  if command -v ssh-keygen >/dev/null; then
    ok=no
    for who in $(cut -d' ' -f1 keys/allowed_signers); do
      ssh-keygen -Y verify -f keys/allowed_signers -I "$who" -n journal-checkpoint -s "$text.sig" <"$text" >/dev/null 2>&1 && ok=yes
    done
    [ $ok = yes ] || { echo "$text.sig is not a signature of the owner"; exit 5; }
  fi
done
if command -v ssh-keygen >/dev/null; then
  ssh-keygen -Y verify -f keys/allowed_signers -I owner -n journal-export -s ../tagmanifest-sha256.txt.sig \
    <../tagmanifest-sha256.txt >/dev/null 2>&1 || { echo "the lists of files are not signed by the owner"; exit 5; }
else
  echo "ssh-keygen is not here: signatures were NOT checked"
fi
(cd .. && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt >/dev/null 2>&1) || { echo "a file of the bag was changed"; exit 5; }
if [ $# -eq 2 ]; then
  want=$(printf %s "$2" | tr -d ' \n' | tr 'A-F' 'a-f')
  [ "$(head -n "$1" log.sha256 | sha256sum | cut -c1-64)" = "$want" ] && { echo "HELD up to entry $1"; exit 0; }
  echo "DIVERGED: the head after entry $1 is not the one you hold"; exit 4
fi
echo "UNANCHORED: valid inside only. Compare with a head that you hold: sh verify.sh N HEAD"; exit 3
