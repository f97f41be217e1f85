# Packages and binaries. Sourced by lab.
# shellcheck shell=bash

KUBERNETES=v1.35.4
PACKAGES=(containerd runc containernetworking-plugins iproute2 iptables conntrack busybox-static openssl openssh-server curl python3 prometheus chromium)

install() {
  mkdir -p "$BIN"
  exec 8>"$CACHE/lock" # several labs may share the cache
  flock 8
  packages
  build_kubernetes
  if is_older "$BIN/wan" "$HERE"/wan/*; then
    (cd "$HERE/wan" && go build -trimpath -o "$BIN/wan" .)
  fi
  if is_older "$CACHE/images.tar" "$HERE/images.py" /bin/busybox; then
    python3 "$HERE/images.py" "$CACHE/images.tar"
  fi
  exec 8>&-
}

# is_older FILE SOURCE...: the file is missing or older than one of its sources.
is_older() {
  local file=$1 source
  shift
  for source in "$@"; do
    [[ -f $file && ! $source -nt $file ]] || return 0
  done
  return 1
}

packages() {
  local missing=() package
  for package in "${PACKAGES[@]}"; do
    [[ $(dpkg-query -Wf '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  needs_root
  say "installing ${missing[*]}"
  # The lab starts what it needs itself: no service of these packages may start on the machine's own network.
  local policy=/usr/sbin/policy-rc.d ours=
  if [[ ! -e $policy ]]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  local outcome=0
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
    </dev/null >"$CACHE/packages.log" 2>&1 || outcome=$?
  [[ -z $ours ]] || rm -f "$policy"
  ((outcome == 0)) || die "packages could not be installed: $(tail -n 3 "$CACHE/packages.log")"
}

build_kubernetes() {
  [[ -x $BIN/kubelet && -x $BIN/etcd && $(cat "$CACHE/version" 2>/dev/null) == "$KUBERNETES" ]] && return
  command -v go >/dev/null || die "Go is needed to build Kubernetes $KUBERNETES; install Go 1.26 or newer, and put it on the PATH"
  say "building Kubernetes $KUBERNETES from its Go modules (about 15 CPU minutes, once)"
  local package=k8s.io/component-base/version minor=${KUBERNETES#v1.}
  local version="-X $package.gitVersion=$KUBERNETES -X $package.gitMajor=1 -X $package.gitMinor=${minor%%.*}"
  (
    cd "$HERE/kubernetes"
    go build -trimpath -ldflags="-s -w $version" -o "$BIN/" \
      k8s.io/kubernetes/cmd/{kube-apiserver,kube-controller-manager,kube-scheduler,kubelet,kube-proxy,kubectl}
    go build -trimpath -ldflags='-s -w' -o "$BIN/etcd" go.etcd.io/etcd/server/v3
  ) </dev/null || die "Kubernetes could not be built; run \"lab install\" again"
  echo "$KUBERNETES" >"$CACHE/version"
}
