# What every part of the lab uses. Sourced by lab.
# shellcheck shell=bash

say() { echo "lab: $*" >&2; }
die() { say "$*"; exit 1; }
usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$HERE/lab"; }

needs_root() {
  [[ $(uname -s) == Linux ]] || die "needs Linux; on another system use the sandbox"
  ((EUID == 0)) || die "needs root; run it with sudo"
}
needs_lab() { [[ -f $STATE/facts.json ]] || die "no lab is up; start it with \"lab up\""; }
needs_site() { [[ -n $1 && -f $STATE/$1/number ]] || die "no such site: \"$1\"; the sites that are up: $(sites | xargs)"; }
needs_host() {
  needs_site "${1%%/*}"
  [[ -d $STATE/${1%%/*}/hosts/${1#*/} ]] || die "no such host: \"$1\"; the hosts are $(cd "$STATE" && echo */hosts/* | sed 's,/hosts/,/,g')"
}

# Runs a command while no other lab command changes the lab. What it starts must not inherit the lock (9>&-).
alone() {
  exec 9>"$LOCK"
  flock 9
  "$@"
}

# until_ok SECONDS COMMAND...
until_ok() {
  local seconds=$1
  shift
  for _ in $(seq $((seconds * 10))); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  die "gave up after ${seconds}s: $*"
}

# A process is known by its number and its start time, so that a number that is used again is never mistaken for it.
# sh -c "$BECOME" sh FILE COMMAND... writes both to the file before it becomes the command, so that nothing can run
# that the lab doesn't know of; sh -c "$ALIVE" sh FILE asks whether that process still runs.
BECOME='echo "$$ $(cut -d" " -f22 /proc/$$/stat)" >"$1.new" && mv "$1.new" "$1" && shift && exec "$@"'
ALIVE='read -r pid start <"$1" && read -r stat <"/proc/$pid/stat" && set -- $stat && [ "$3" != Z ] && [ "${22}" = "$start" ]'
alive() { [[ -f $1 ]] && sh -c "$ALIVE" sh "$1" 2>/dev/null; }

# stop FILE: kills the process that the file remembers, and waits until it is gone.
stop() {
  local pid
  if alive "$1"; then
    read -r pid _ <"$1"
    kill -9 "$pid" 2>/dev/null || true
    for _ in $(seq 100); do
      alive "$1" || break
      sleep 0.05
    done
  fi
  rm -f "$1"
}

sites() {
  local file
  for file in "$STATE"/*/number; do
    [[ -f $file ]] && basename "$(dirname "$file")"
  done
  return 0
}
