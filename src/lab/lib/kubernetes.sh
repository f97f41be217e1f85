# The Kubernetes of a site: certificates, configuration, commands. Sourced by lab.
# shellcheck shell=bash

kc() { local site=$1; shift; "$BIN/kubectl" --kubeconfig "$STATE/$site/pki/admin.conf" "$@"; }

# certificates SITE ADDRESS, in a subshell: it changes the folder.
certificates() {
  local site=$1 address=$2 user
  [[ -f $STATE/$site/pki/made ]] && return
  mkdir -p "$STATE/$site/pki"
  chmod 700 "$STATE/$site/pki"
  cd "$STATE/$site/pki" || return
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 30 -subj "/CN=$site-ca" 2>/dev/null
  openssl ecparam -genkey -name prime256v1 -noout -out sa.key 2>/dev/null
  certificate apiserver "/CN=kube-apiserver" "subjectAltName=IP:$address,IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc"
  certificate to-kubelet "/O=system:masters/CN=kube-apiserver-kubelet-client"
  certificate admin "/O=system:masters/CN=admin"
  certificate viewer "/CN=viewer"
  certificate controllers "/CN=system:kube-controller-manager"
  certificate scheduler "/CN=system:kube-scheduler"
  certificate proxy "/CN=system:kube-proxy"
  certificate kubelet "/O=system:nodes/CN=system:node:$site"
  for user in admin viewer controllers scheduler proxy kubelet; do
    local context=$site
    [[ $user == viewer ]] && context=$site-viewer
    cat >"$user.conf" <<K
apiVersion: v1
kind: Config
clusters: [{name: $site, cluster: {server: "https://$address:6443", certificate-authority-data: "$(base64 -w0 ca.crt)"}}]
users: [{name: $site-$user, user: {client-certificate-data: "$(base64 -w0 "$user.crt")", client-key-data: "$(base64 -w0 "$user.key")"}}]
contexts: [{name: $context, context: {cluster: $site, user: $site-$user}}]
current-context: $context
K
  done
  touch made
}

# certificate NAME SUBJECT [EXTENSION]
certificate() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.csr" -subj "$2" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -out "$1.crt" -days 30 -extfile <(printf '%s' "${3:-}") 2>/dev/null
}

kubernetes_config() {
  local site=$1 number=$2 dir=$STATE/$1
  mkdir -p "$dir"/{etcd,cni,pods,kubelet,plugins}
  cgroups_make "$site"
  cp "$HERE/audit.yaml" "$dir/audit.yaml"
  cat >"$dir/containerd.toml" <<C
version = 2
root = "$dir/containerd"
state = "$RUN/$site/containerd"
[grpc]
  address = "$RUN/$site/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "docker.io/lab/pause:1"
  restrict_oom_score_adj = true
  netns_mounts_under_state_dir = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$dir/cni"
C
  cat >"$dir/cni/10-pods.conflist" <<C
{"cniVersion": "1.0.0", "name": "pods", "plugins": [
  {"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.244.$number.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
C
  cat >"$dir/kubelet.yaml" <<C
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, x509: {clientCAFile: $dir/pki/ca.crt}, webhook: {enabled: true}}
authorization: {mode: Webhook}
containerRuntimeEndpoint: unix://$RUN/$site/containerd.sock
cgroupDriver: cgroupfs
cgroupRoot: /lab-$site
failCgroupV1: false
failSwapOn: false
podLogsDir: $dir/pods
volumePluginDir: $dir/plugins
clusterDomain: cluster.local
clusterDNS: [10.96.0.10]
evictionHard: {memory.available: "100Mi", nodefs.available: "1%", imagefs.available: "1%"}
imageGCHighThresholdPercent: 100
C
}

# One cgroup a site: in each hierarchy of version 1, or in the one tree of version 2 with its controllers handed down.
cgroups_make() {
  local hierarchy
  if [[ ! -f /sys/fs/cgroup/cgroup.controllers ]]; then
    for hierarchy in /sys/fs/cgroup/*/; do mkdir -p "$hierarchy/lab-$1" 2>/dev/null || true; done
    return
  fi
  mkdir -p "/sys/fs/cgroup/lab-$1"
  local controllers
  controllers=$(sed 's/[^ ]*/+&/g' /sys/fs/cgroup/cgroup.controllers)
  echo "$controllers" >/sys/fs/cgroup/cgroup.subtree_control || die "cgroup controllers can't be handed down; run the lab on a machine or in a privileged container with its own cgroup tree"
}

# kubernetes_command SITE PART: sets the array "command" of the caller.
kubernetes_command() {
  local site=$1 dir=$STATE/$1 pki=$STATE/$1/pki address
  address=10.77.$(cat "$dir/number").1
  case $2 in
    etcd) command=("$BIN/etcd" --data-dir "$dir/etcd" --unsafe-no-fsync --listen-client-urls http://127.0.0.1:2379
      --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380) ;;
    apiserver) command=("$BIN/kube-apiserver" --etcd-servers=http://127.0.0.1:2379 --advertise-address="$address" --secure-port=6443
      --tls-cert-file="$pki/apiserver.crt" --tls-private-key-file="$pki/apiserver.key" --client-ca-file="$pki/ca.crt"
      --service-account-issuer=https://kubernetes.default.svc --service-account-key-file="$pki/sa.key" --service-account-signing-key-file="$pki/sa.key"
      --authorization-mode=Node,RBAC --service-cluster-ip-range=10.96.0.0/16 --allow-privileged=true
      --kubelet-client-certificate="$pki/to-kubelet.crt" --kubelet-client-key="$pki/to-kubelet.key" --kubelet-preferred-address-types=InternalIP
      --audit-policy-file="$dir/audit.yaml" --audit-log-path="$dir/log/audit.log") ;;
    controllers) command=("$BIN/kube-controller-manager" --kubeconfig="$pki/controllers.conf" --root-ca-file="$pki/ca.crt"
      --service-account-private-key-file="$pki/sa.key" --cluster-signing-cert-file="$pki/ca.crt" --cluster-signing-key-file="$pki/ca.key"
      --use-service-account-credentials --leader-elect=false --flex-volume-plugin-dir="$dir/plugins") ;;
    scheduler) command=("$BIN/kube-scheduler" --kubeconfig="$pki/scheduler.conf" --leader-elect=false) ;;
    containerd) command=(containerd --config "$dir/containerd.toml") ;;
    kubelet) command=("$BIN/kubelet" --config="$dir/kubelet.yaml" --kubeconfig="$pki/kubelet.conf" --root-dir="$dir/kubelet"
      --cert-dir="$dir/kubelet/pki" --hostname-override="$site" --node-ip="$address") ;;
    proxy) command=("$BIN/kube-proxy" --kubeconfig="$pki/proxy.conf" --hostname-override="$site" --proxy-mode=iptables
      --cluster-cidr=10.244.0.0/16 --conntrack-max-per-core=0 --conntrack-tcp-timeout-established=0 --conntrack-tcp-timeout-close-wait=0) ;;
  esac
}

# The viewer may read all but secrets, and change nothing: a test of missing rights.
kubernetes_rights() {
  until_ok 30 kc "$1" get clusterrole view
  kc "$1" get clusterrolebinding lab-viewer >/dev/null 2>&1 || kc "$1" create clusterrolebinding lab-viewer --clusterrole=view --user=viewer >/dev/null
}

import() {
  local archive site
  archive=$(realpath "$1")
  for site in $(sites); do
    ctr -a "$RUN/$site/containerd.sock" -n k8s.io image import "$archive" >/dev/null
    say "$site has $(basename "$archive")"
  done
}
