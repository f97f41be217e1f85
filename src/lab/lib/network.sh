# The wide-area network between the sites and the operator. Sourced by lab.
# shellcheck shell=bash
#
# All addresses are in 10.77.0.0/16: the operator, which is this machine's own namespace, has 10.77.0.254; site N has
# 10.77.N.1 (Kubernetes), 10.77.N.11 and .12 (SSH hosts) and 10.77.N.20 (web).

network_up() {
  local site
  if alive "$RUN/wan.pid"; then
    for site in "$@"; do
      [[ -f $STATE/$site/number ]] || die "site \"$site\" was not part of the lab when it came up; take it down first"
    done
    return
  fi
  setsid sh -c "$BECOME" sh "$RUN/wan.pid" "$BIN/wan" -socket "$RUN/wan.sock" operator "$@" </dev/null >"$STATE/wan.log" 2>&1 9>&- &
  until_ok 10 test -S "$RUN/wan.sock"
  sysctl -qw net.ipv6.conf.wan-operator.disable_ipv6=1 2>/dev/null || true
  sysctl -qw net.ipv4.conf.wan-operator.forwarding=0 # the sites reach the operator, and nothing beyond
  ip addr add 10.77.0.254/16 dev wan-operator
  ip link set wan-operator up
  local number=0
  for site in "$@"; do
    number=$((number + 1))
    mkdir -p "$STATE/$site"
    echo "$number" >"$STATE/$site/number"
  done
}

tell() { "$BIN/wan" -socket "$RUN/wan.sock" -tell "$@"; }

# sever up|down A [B]
sever() {
  local what=$1 a=${2:?a site} others=("${@:3}") b
  ((${#others[@]})) || mapfile -t others < <(echo operator; sites)
  for b in "${others[@]}"; do
    [[ $a == "$b" && $# -eq 2 ]] || tell link "$a" "$b" "$what"
  done
}
