"""Makes the Debian package of this build and a newer version of it, boots systemd in a throw-away root, and lets
package_steps.py install, use, upgrade, remove and purge it there. The root is this machine's own, under an overlay
in memory: nothing outside is touched. Usage: package_test.py CPackConfig.cmake; exit code 77: cannot be done here."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
MOST_SECONDS = 400
NEEDED = ["cpack", "dpkg-deb", "dpkg-shlibdeps", "systemd-nspawn", "unshare"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDER = "package-test"
UNIT = f"""[Unit]
SuccessAction=exit-force
FailureAction=exit-force
SuccessActionExitStatus=0
FailureActionExitStatus=1
[Service]
Type=oneshot
Environment=TRACUU_LONG={os.environ.get("TRACUU_LONG", "")}
ExecStart=/usr/bin/python3 /{FOLDER}/package_steps.py
StandardOutput=file:/{FOLDER}/log
StandardError=file:/{FOLDER}/log
"""


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def make_packages(config, folder):
    """Leaves old.deb and new.deb in `folder`; the new one has another version and another settings file."""
    subprocess.run(["cpack", "--config", config, "-B", folder / "built", "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip"],
                   check=True, capture_output=True)
    (built,) = (folder / "built").glob("*.deb")
    built.rename(folder / "old.deb")
    subprocess.run(["dpkg-deb", "-R", folder / "old.deb", folder / "new"], check=True)
    control = folder / "new/DEBIAN/control"
    text = control.read_text()
    assert "\nVersion: " in text
    control.write_text(text.replace("\nVersion: ", "\nVersion: 9."))
    for name in ("etc/default/tracuu-update", "etc/tracuu/tracuu-server.conf"):
        with (folder / "new" / name).open("a") as file:
            file.write("# Of the newer version.\n")
    subprocess.run(["dpkg-deb", "-Zgzip", "-b", folder / "new", folder / "new.deb"], check=True,
                   stdout=subprocess.DEVNULL)


def left_behind(upper):
    """Returns every path that the steps made and did not take away; what systemd, dpkg and logs keep aside."""
    ours = ("/var/lib/dpkg", "/var/lib/systemd", "/var/log", "/var/cache", "/run", "/tmp", "/root", f"/{FOLDER}",
            f"/etc/systemd/system/{FOLDER}.service")
    paths = (pathlib.Path("/", path.relative_to(upper)) for path in upper.rglob("*") if not path.is_char_device())
    return sorted(str(path) for path in paths if not str(path).startswith(ours) and not os.path.lexists(path))


def boot(folder):
    """Boots systemd over an overlay of this root; in a mount namespace of its own, which takes all mounts away."""
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder / "root"], check=True)
    for name in ("upper", "work", "merged"):
        (folder / "root" / name).mkdir()
    merged = folder / "root/merged"
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o",
                    f"lowerdir=/,upperdir={folder}/root/upper,workdir={folder}/root/work", merged], check=True)
    inside = merged / FOLDER
    inside.mkdir()
    for file in (folder / "old.deb", folder / "new.deb", SOURCE / "tests/service/package_steps.py",
                 SOURCE / "tests/safety/other-schema/MANIFEST"):
        shutil.copy(file, inside)
    shutil.copytree(SOURCE / "corpus/articles/tuned", inside / "pages")
    # Packages may start nothing while it is there, as where images are made; and nobody looks up manual pages.
    for name in ("usr/sbin/policy-rc.d", "var/lib/man-db/auto-update"):
        (merged / name).unlink(missing_ok=True)
    (merged / f"etc/systemd/system/{FOLDER}.service").write_text(UNIT)
    start = time.monotonic()
    machine = subprocess.Popen(
        ["systemd-nspawn", "--directory", merged, "--boot", "--private-network", "--register=no", "--keep-unit",
         "--link-journal=no", "--console=pipe", "--machine", f"{FOLDER}-{os.getpid()}", f"systemd.unit={FOLDER}.service",
         "systemd.show_status=no"], stdin=subprocess.DEVNULL, stdout=(folder / "console").open("w"),
        stderr=subprocess.STDOUT)
    try:
        code = machine.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        print(f"not done after {MOST_SECONDS} seconds")
        machine.kill()
        code = 1
    log = inside / "log"
    if not log.exists():
        skip("no systemd boots here: " + " ".join((folder / "console").read_text().split("\n")[-3:]))
    print(log.read_text())
    print(f"{time.monotonic() - start:.1f} s from boot to end")
    left = left_behind(folder / "root/upper") if code == 0 else []
    if left:
        print("left behind by a purge:", *left, sep="\n")
    return code or bool(left)


def main():
    if os.geteuid() != 0:
        skip("needs root, to mount and to boot")
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        skip("not installed: " + " ".join(missing))
    if len(sys.argv) == 3:
        return boot(pathlib.Path(sys.argv[2]))
    if subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode != 0:
        skip("mounting is not allowed here")
    with tempfile.TemporaryDirectory(prefix="tracuu-package-") as name:
        folder = pathlib.Path(name)
        (folder / "root").mkdir()
        start = time.monotonic()
        make_packages(sys.argv[1], folder)
        print(f"{time.monotonic() - start:.1f} s to make the packages", flush=True)
        return subprocess.run(["unshare", "--mount", "--propagation", "private", sys.executable, __file__, sys.argv[1],
                               folder]).returncode


if __name__ == "__main__":
    sys.exit(main())
