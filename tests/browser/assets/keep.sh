# keep.sh PROGRAM ARGUMENTS: runs a program for as long as its caller lives.
#
# The caller holds this script's standard input open. When that closes, by will
# or because the caller was killed, the program ends with every process it
# started (a killed driver leaves its browser running), and the private folder
# that served them as home and for temporary files goes as well.

folder=$(mktemp -d) || exit 1
export HOME="$folder" TMPDIR="$folder"
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME

"$@" </dev/null &
program=$!

while read -r _; do :; done

children() {
    cat "/proc/$1"/task/*/children 2>/dev/null || pgrep -P "$1"
}

# Children before parents, and all of them named before the first one ends: an
# orphan can no longer be found by its parent.
tree() {
    for child in $(children "$1"); do tree "$child"; done
    echo "$1"
}

# shellcheck disable=SC2046
kill -KILL $(tree "$program") 2>/dev/null
wait "$program" 2>/dev/null
# A process that is about to go may still write for a moment.
for _ in 1 2 3 4 5; do
    rm -rf "$folder" 2>/dev/null && sleep 0.5
    [ -e "$folder" ] || break
done
