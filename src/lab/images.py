"""Writes a docker image archive with two images made of busybox alone: lab/pause:1 and lab/busybox:1.

Both come out byte for byte the same from the same busybox.
"""
import hashlib
import io
import json
import subprocess
import sys
import tarfile

BUSYBOX = "/bin/busybox"


def entry(tar, name, data=None, link=None):
    info = tarfile.TarInfo(name)
    if link:
        info.type, info.linkname = tarfile.SYMTYPE, link
    elif data is None:
        info.type, info.mode = tarfile.DIRTYPE, 0o1777
    else:
        info.size, info.mode = len(data), 0o755
    tar.addfile(info, io.BytesIO(data) if data else None)


def root_layer():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for folder in ("bin", "tmp", "etc"):
            entry(tar, folder)
        entry(tar, "bin/busybox", open(BUSYBOX, "rb").read())
        for applet in subprocess.check_output([BUSYBOX, "--list"], text=True).split():
            if applet != "busybox":
                entry(tar, f"bin/{applet}", link="busybox")
    return out.getvalue()


layer = root_layer()
digest = hashlib.sha256(layer).hexdigest()
manifest = []
with tarfile.open(sys.argv[1], "w") as archive:
    entry(archive, f"{digest}/layer.tar", layer)
    for tag, entrypoint in (("lab/pause:1", ["/bin/sleep", "2147483647"]), ("lab/busybox:1", ["/bin/sh"])):
        config = json.dumps({
            "architecture": "amd64", "os": "linux",
            "config": {"Entrypoint": entrypoint, "Env": ["PATH=/bin"]},
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}"]},
        }).encode()
        name = hashlib.sha256(config).hexdigest() + ".json"
        entry(archive, name, config)
        manifest.append({"Config": name, "RepoTags": [f"docker.io/{tag}"], "Layers": [f"{digest}/layer.tar"]})
    entry(archive, "manifest.json", json.dumps(manifest).encode())
