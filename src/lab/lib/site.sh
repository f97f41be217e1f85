# A site: its namespaces, and the parts that run in them. Sourced by lab.
# shellcheck shell=bash
#
# The site's first process holds its process, mount, network, host name and IPC namespaces. When it dies, the kernel
# ends every process of the site and drops its mounts and devices: nothing of a site can outlive it.

PARTS="etcd apiserver controllers scheduler containerd kubelet proxy web ${HOSTS[*]}"

# enter SITE: sets the array "enter" of the caller to what runs a command inside the site.
enter() {
  local pid
  read -r pid _ <"$STATE/$1/first.pid"
  enter=(nsenter --net="/proc/$pid/ns/net" --mount="/proc/$pid/ns/mnt" --uts="/proc/$pid/ns/uts" --ipc="/proc/$pid/ns/ipc"
    --pid="/proc/$pid/ns/pid_for_children")
}

# in_site SITE COMMAND...
in_site() {
  local enter
  enter "$1"
  shift
  "${enter[@]}" "$@"
}

# inside SITE[/HOST] COMMAND...
inside() {
  local where=${1:-}
  shift || true
  if [[ $where == */* ]]; then
    needs_host "$where"
    in_host "${where%%/*}" "${where#*/}" "$@"
  else
    needs_site "$where"
    in_site "$where" "$@"
  fi
}

part_alive() { [[ -f $STATE/$1/$2.pid ]] && in_site "$1" sh -c "$ALIVE" sh "$STATE/$1/$2.pid" 2>/dev/null; }

# start SITE PART, unless it runs.
start() {
  local site=$1 part=$2 command enter
  [[ " $PARTS " == *" $part "* ]] || die "no such part: \"$part\"; the parts are $PARTS"
  part_alive "$site" "$part" && return
  command_of "$site" "$part"
  enter "$site"
  rm -f "$STATE/$site/$part.pid"
  setsid "${enter[@]}" sh -c "$BECOME" sh "$STATE/$site/$part.pid" "${command[@]}" \
    </dev/null >>"$STATE/$site/log/$part.log" 2>&1 9>&- &
  until_ok 10 test -f "$STATE/$site/$part.pid"
}

# command_of SITE PART: sets the array "command" of the caller.
command_of() {
  case $2 in
    web) command=(busybox httpd -f -v -p "10.77.$(cat "$STATE/$1/number").20:80" -h "$STATE/$1/www") ;;
    files-*) host_command "$1" "$2" ;;
    *) kubernetes_command "$1" "$2" ;;
  esac
}

# ready SITE PART: waits until a part that was started answers.
ready() {
  local number
  number=$(cat "$STATE/$1/number")
  case $2 in
    etcd | apiserver) until_ok 120 in_site "$1" curl -sf -m 5 --cacert "$STATE/$1/pki/ca.crt" -o /dev/null "https://10.77.$number.1:6443/readyz" ;;
    containerd) until_ok 30 ctr -a "$RUN/$1/containerd.sock" version ;;
    kubelet) until_ok 120 kc "$1" wait --for=condition=Ready "node/$1" --timeout=1s ;;
    web) until_ok 10 in_site "$1" busybox wget -qO /dev/null "http://10.77.$number.20/healthz" ;;
    files-*) until_ok 10 in_site "$1" bash -c "exec 3<>/dev/tcp/$(host_address "$1" "$2")/22" ;;
    *) ;;
  esac
}

crash() {
  part_alive "$1" "$2" || die "\"$2\" does not run at $1; the parts are $PARTS"
  local pid
  read -r pid _ <"$STATE/$1/$2.pid"
  in_site "$1" sh -c 'kill -9 "$1" && while [ -e "/proc/$1" ]; do sleep 0.02; done' sh "$pid"
  rm -f "$STATE/$1/$2.pid"
}

site_up() {
  local site=$1 number part host
  number=$(cat "$STATE/$site/number")
  mkdir -p "$STATE/$site"/{log,www} "$RUN/$site"
  for host in "${HOSTS[@]}"; do host_prepare "$site" "$host"; done
  alive "$STATE/$site/first.pid" || first_process "$site" "$number"
  (certificates "$site" "10.77.$number.1")
  kubernetes_config "$site" "$number"
  echo "$site" >"$STATE/$site/www/index.html"
  echo ok >"$STATE/$site/www/healthz"
  for part in etcd containerd apiserver web "${HOSTS[@]}"; do start "$site" "$part"; done
  ready "$site" containerd
  ctr -a "$RUN/$site/containerd.sock" -n k8s.io image import "$CACHE/images.tar" >/dev/null 9>&-
  ready "$site" apiserver
  for part in controllers scheduler kubelet proxy; do start "$site" "$part"; done
  kubernetes_rights "$site"
  for part in web "${HOSTS[@]}" kubelet; do ready "$site" "$part"; done
  say "$site is ready at https://10.77.$number.1:6443"
}

first_process() {
  local site=$1 number=$2 device=wan-$1 first
  rm -f "$STATE/$site/"*.pid
  setsid sh -c "$BECOME" sh "$STATE/$site/first.pid" \
    unshare --fork --kill-child=KILL --pid --mount-proc --mount --net --uts --ipc --propagation private \
    bash "$HERE/lib/first-process" "$site" "$STATE/$site" "$RUN" </dev/null >>"$STATE/$site/log/first.log" 2>&1 9>&- &
  until_ok 20 test -f "$STATE/$site/first.ready"
  rm -f "$STATE/$site/first.ready"
  read -r first _ <"$STATE/$site/first.pid"
  ip link set "$device" netns "/proc/$first/ns/net"
  in_site "$site" sh -euc '
    sysctl -qw "net.ipv6.conf.$1.disable_ipv6=1" 2>/dev/null || true
    sysctl -qw net.ipv4.ip_forward=1
    ip link set lo up
    for last in 1 11 12 20; do ip addr add "10.77.$2.$last/16" dev "$1"; done
    ip link set "$1" up
    ip route add default via 10.77.0.254' sh "$device" "$number"
}

# A lab that has state but lost its network or a site can't be completed.
is_half_there() {
  local site
  [[ -e $STATE || -e $RUN ]] || return 1
  alive "$RUN/wan.pid" && tell show >/dev/null 2>&1 || return 0
  for site in $(sites); do
    # A site that never started is not lost.
    if [[ -f $STATE/$site/first.pid ]] && ! alive "$STATE/$site/first.pid"; then return 0; fi
  done
  return 1
}

take_down() {
  local site
  for site in $(sites); do stop "$STATE/$site/first.pid"; done
  stop "$RUN/wan.pid"
  for site in $(sites); do
    hosts_unmount "$site"
    cgroups_remove "$site"
  done
  rm -rf --one-file-system "$STATE" "$RUN"
  # Mount points that the sites needed on the machine, if nothing else is in them.
  rmdir /var/log/containers /var/lib/cni /var/lib/kubelet 2>/dev/null || true
}

# A site's first process is gone, so its cgroups hold nobody, or will in a moment.
cgroups_remove() {
  local root
  for root in /sys/fs/cgroup/lab-"$1" /sys/fs/cgroup/*/lab-"$1"; do
    [[ -d $root ]] || continue
    for _ in $(seq 50); do
      find "$root" -depth -type d -exec rmdir {} + 2>/dev/null || true
      [[ -d $root ]] || break
      sleep 0.1
    done
    [[ ! -d $root ]] || say "the cgroup $root is still in use"
  done
}
