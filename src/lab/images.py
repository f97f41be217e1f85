"""Writes a docker image archive with images made of busybox alone, lab/pause:1 and lab/busybox:1, and lab/tools:1, which has
GNU tar beside it, and a shell that takes that one, with their libraries.

All come out byte for byte the same from the same programs.
"""
import hashlib
import io
import json
import subprocess
import sys
import tarfile

BUSYBOX = "/bin/busybox"
TOOLS = {"bin/tar": "/bin/tar", "bin/sh": "/bin/dash"}


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


def tools_layer():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, program in TOOLS.items():
            entry(tar, name, open(program, "rb").read())
        for word in sorted(set(subprocess.check_output(["ldd", *TOOLS.values()], text=True).split())):
            if word.startswith("/") and not word.endswith(":"):
                entry(tar, word.strip("/"), open(word, "rb").read())
    return out.getvalue()


LAYERS = [root_layer(), tools_layer()]
DIGESTS = [hashlib.sha256(layer).hexdigest() for layer in LAYERS]
manifest = []
with tarfile.open(sys.argv[1], "w") as archive:
    for digest, layer in zip(DIGESTS, LAYERS):
        entry(archive, f"{digest}/layer.tar", layer)
    for tag, layers, entrypoint in (
        ("lab/pause:1", 1, ["/bin/sleep", "2147483647"]),
        ("lab/busybox:1", 1, ["/bin/sh"]),
        ("lab/tools:1", 2, ["/bin/sh"]),
    ):
        config = json.dumps({
            "architecture": "amd64", "os": "linux",
            "config": {"Entrypoint": entrypoint, "Env": ["PATH=/bin"]},
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}" for digest in DIGESTS[:layers]]},
        }).encode()
        name = hashlib.sha256(config).hexdigest() + ".json"
        entry(archive, name, config)
        manifest.append({"Config": name, "RepoTags": [f"docker.io/{tag}"], "Layers": [f"{digest}/layer.tar" for digest in DIGESTS[:layers]]})
    entry(archive, "manifest.json", json.dumps(manifest).encode())
