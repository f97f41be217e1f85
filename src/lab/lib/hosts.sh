# The SSH hosts of a site: OpenSSH servers of the distribution, each with its own address, name, processes, /tmp, home
# and disk. Sourced by lab.
# shellcheck shell=bash

HOSTS=(files-1 files-2)
HOST_USER=gotthard
HOST_UID=7700
HOST_DATA=/srv/files             # where a host has its disk
DISK=${LAB_DISK:-512m}           # a file system in memory; takes only what is written to it

host_address() { echo "10.77.$(cat "$STATE/$1/number").1${2#files-}"; }
fingerprint() { ssh-keygen -lf "$1" | cut -d' ' -f2; }

hosts_user_key() {
  [[ -f $STATE/id_ed25519 ]] || ssh-keygen -q -t ed25519 -N '' -C lab -f "$STATE/id_ed25519"
}

host_prepare() {
  local site=$1 host=$2 dir=$STATE/$1/hosts/$2
  if [[ ! -f $dir/prepared ]]; then
    mkdir -p "$dir"/{etc,home/.ssh,data}
    chmod 700 "$STATE/$site/hosts"
    ssh-keygen -q -t ed25519 -N '' -C "$host.$site" -f "$dir/first"
    ssh-keygen -q -t ed25519 -N '' -C "$host.$site" -f "$dir/second"
    cp "$dir/first" "$dir/etc/ssh_host_ed25519_key"
    cp "$STATE/id_ed25519.pub" "$dir/home/.ssh/authorized_keys"
    chmod 700 "$dir/home" "$dir/home/.ssh"
    chown -R "$HOST_UID:$HOST_UID" "$dir/home"
    # The hosts know a user that the machine doesn't.
    { cat /etc/passwd; echo "$HOST_USER:x:$HOST_UID:$HOST_UID::/home/$HOST_USER:/bin/bash"; } >"$dir/passwd"
    { cat /etc/group; echo "$HOST_USER:x:$HOST_UID:"; } >"$dir/group"
    { cut -d: -f1 /etc/passwd; echo "$HOST_USER"; } | sed 's/$/:*:19000:0:99999:7:::/' >"$dir/shadow"
    chmod 600 "$dir/shadow"
    cat >"$dir/etc/sshd_config" <<C
ListenAddress $(host_address "$site" "$host"):22
HostKey /etc/ssh/ssh_host_ed25519_key
AllowUsers $HOST_USER
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin no
UsePAM no
PrintMotd no
PidFile none
LogLevel VERBOSE
Subsystem sftp /usr/lib/openssh/sftp-server
C
    touch "$dir/prepared"
  fi
  if ! mountpoint -q "$dir/data"; then
    mount -t tmpfs -o "size=$DISK,mode=755,uid=$HOST_UID,gid=$HOST_UID" "lab-$site-$host" "$dir/data"
  fi
}

# host_command SITE HOST: sets the array "command" of the caller.
host_command() {
  command=(unshare --fork --kill-child=KILL --pid --mount-proc --mount --uts --propagation private
    bash "$STATE/$1/hosts/$2/start" "$2.$1" "$STATE/$1/hosts/$2" "$HOST_USER" "$HOST_DATA")
  cp "$HERE/lib/host-process" "$STATE/$1/hosts/$2/start"
}

# in_host SITE HOST COMMAND...
in_host() {
  local site=$1 host=$2 pid
  part_alive "$site" "$host" || die "$site/$host does not run; revive it with \"lab revive $site $host\""
  read -r pid _ <"$STATE/$site/$host.pid"
  shift 2
  in_site "$site" nsenter --mount="/proc/$pid/ns/mnt" --uts="/proc/$pid/ns/uts" --pid="/proc/$pid/ns/pid_for_children" "$@"
}

host_ssh() {
  local where=$1
  shift
  ssh -F none -i "$STATE/id_ed25519" -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes -o ConnectTimeout=10 \
    -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$STATE/known_hosts" -o GlobalKnownHostsFile=/dev/null \
    "$HOST_USER@$(host_address "${where%%/*}" "${where#*/}")" "$@"
}

# rekey SITE HOST [back]: known_hosts keeps the first key, as an inventory would.
rekey() {
  local dir=$STATE/$1/hosts/$2 key=second
  [[ ${3:-} == back ]] && key=first
  cmp -s "$dir/$key" "$dir/etc/ssh_host_ed25519_key" && return
  cp "$dir/$key" "$dir/etc/ssh_host_ed25519_key"
  in_host "$1" "$2" sh -c 'kill -HUP 1'
  sleep 0.2 # the server closes its socket before it opens it again
  ready "$1" "$2"
  say "$1/$2 has its $key key, $(fingerprint "$dir/$key.pub")"
}

# A disk is made full by making it as small as what is on it, so that no file appears among those of a test.
fill() {
  local data=$STATE/$1/hosts/$2/data used
  used=$(($(stat -f -c '(%b-%f)*%S' "$data")))
  mount -o "remount,size=$((used + $3 > 4096 ? used + $3 : 4096))" "$data"
}

drain() { mount -o "remount,size=$DISK" "$STATE/$1/hosts/$2/data"; }

hosts_unmount() {
  local host
  for host in "${HOSTS[@]}"; do
    mountpoint -q "$STATE/$1/hosts/$host/data" || continue
    umount "$STATE/$1/hosts/$host/data" || umount -l "$STATE/$1/hosts/$host/data"
  done
}
