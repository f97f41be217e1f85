# What a test or an inventory needs to know. Sourced by lab.
# shellcheck shell=bash

# Written last: when facts.json is there, all of the lab has come up.
write_facts() {
  local site host list="" number hosts="" all=""
  for site in $(sites); do list+=:$STATE/$site/pki/admin.conf:$STATE/$site/pki/viewer.conf; done
  (umask 077 && KUBECONFIG=${list#:} "$BIN/kubectl" config view --flatten >"$STATE/kubeconfig.new")
  : >"$STATE/known_hosts.new"
  for site in $(sites); do
    number=$(cat "$STATE/$site/number")
    hosts=""
    for host in "${HOSTS[@]}"; do
      echo "$(host_address "$site" "$host") $(cut -d' ' -f1,2 "$STATE/$site/hosts/$host/first.pub")" >>"$STATE/known_hosts.new"
      hosts+=${hosts:+,}$'\n'"      {\"name\": \"$host\", \"address\": \"$(host_address "$site" "$host")\", \"port\": 22,"
      hosts+=" \"fingerprint\": \"$(fingerprint "$STATE/$site/hosts/$host/first.pub")\", \"disk\": \"$STATE/$site/hosts/$host/data\"}"
    done
    all+=${all:+,}$'\n'"    {\"name\": \"$site\", \"address\": \"10.77.$number.1\", \"context\": \"$site\", \"viewer\": \"$site-viewer\","
    all+=" \"web\": \"http://10.77.$number.20/\", \"files\": [$hosts]}"
  done
  cat >"$STATE/facts.json.new" <<F
{
  "kubeconfig": "$STATE/kubeconfig",
  "kubectl": "$BIN/kubectl",
  "ssh": {"user": "$HOST_USER", "key": "$STATE/id_ed25519", "knownHosts": "$STATE/known_hosts", "data": "$HOST_DATA"},
  "sites": [$all]
}
F
  local file
  for file in kubeconfig known_hosts facts.json; do mv "$STATE/$file.new" "$STATE/$file"; done
}

status() {
  local site part bad=0
  if alive "$RUN/wan.pid"; then echo "network up"; else echo "network down"; bad=1; fi
  for site in $(sites); do
    for part in $PARTS; do
      if part_alive "$site" "$part"; then echo "$site $part up"; else echo "$site $part down"; bad=1; fi
    done
  done
  return "$bad"
}
