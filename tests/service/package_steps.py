"""What an operator does with the package, in this order, in the root that package_test.py booted. Each step goes on
from where the last one left the machine; package_test.py looks at what the last one left."""

import json
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).parent
SPOOL = pathlib.Path("/var/spool/tracuu")
STATE = pathlib.Path("/var/lib/tracuu")
SETTINGS = pathlib.Path("/etc/tracuu/tracuu-server.conf")
UNITS = ["tracuu-server.service", "tracuu-update.path", "tracuu-update.timer"]
PAGES = sorted((HERE / "pages").glob("*.txt"))
FIRST = 20
TOKEN = "0123456789abcdef0123456789abcdef"


def run(*command, codes=(0,), **how):
    """Runs a command to its end; returns what it printed."""
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **how)
    assert ended.returncode in codes, f"{command}: {ended.returncode}: {ended.stdout}"
    return ended.stdout.strip()


def shown(unit, name):
    return run("systemctl", "show", "--property", name, "--value", unit)


def state(unit):
    return run("systemctl", "is-active", unit, codes=range(256))


def ask(path, token=None):
    """Returns status and body; 0 when nobody listens."""
    request = urllib.request.Request("http://127.0.0.1:8080" + path)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError:
        return 0, b""


def articles(token=None):
    """Returns how many articles are served; 0 when nobody serves."""
    status, body = ask("/api/v1/search?limit=1&facets=none&collapse=0", token)
    return json.loads(body)["total"] if status == 200 else 0


def settled(question, wanted, seconds=60):
    """Returns the answer of question(), asked again until it is the wanted one or the time is over."""
    end = time.monotonic() + seconds
    while (answer := question()) != wanted and time.monotonic() < end:
        time.sleep(0.05)
    return answer


class Package(unittest.TestCase):
    def setUp(self):
        self.start = time.monotonic()

    def tearDown(self):
        print(f"{time.monotonic() - self.start:.1f} s", end=" ", flush=True)

    def install(self, file):
        run("dpkg", "--force-confdef", "--force-confold", "-i", HERE / file,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})

    def test_1_installs_and_waits_for_pages(self):
        self.install("old.deb")
        for unit in UNITS:
            self.assertEqual(run("systemctl", "is-enabled", unit), "enabled")
        self.assertEqual([state(unit) for unit in UNITS], ["inactive", "active", "active"])
        self.assertEqual(shown(UNITS[0], "ConditionResult"), "no", "there is no index yet")
        self.assertEqual(run("systemctl", "list-units", "--failed", "--plain", "--no-legend", "tracuu*"), "")

    def test_2_has_units_that_systemd_finds_nothing_wrong_with(self):
        self.assertEqual(run("systemd-analyze", "verify", *UNITS, "tracuu-update.service"), "")
        for unit in (UNITS[0], "tracuu-update.service"):
            print(run("systemd-analyze", "security", "--threshold=15", unit).splitlines()[-1], flush=True)

    def test_3_indexes_the_first_pages_and_serves_them(self):
        for page in PAGES[:FIRST]:
            shutil.copy(page, SPOOL)
        self.assertEqual(settled(articles, FIRST), FIRST)
        self.assertEqual(ask("/readyz")[0], 200)
        self.assertEqual(shown(UNITS[0], "ActiveState"), "active")
        process = int(shown(UNITS[0], "MainPID"))
        self.assertEqual(os.stat(f"/proc/{process}").st_uid, pwd.getpwnam("tracuu").pw_uid)
        self.assertEqual(os.stat(STATE).st_mode & 0o777, 0o700)
        status = pathlib.Path(f"/proc/{process}/status").read_text()
        for line in ("CapEff:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"):
            self.assertIn(line, status)

    def test_4_adds_a_page_without_a_restart(self):
        process = shown(UNITS[0], "MainPID")
        shutil.copy(PAGES[FIRST], SPOOL)
        self.assertEqual(settled(articles, FIRST + 1), FIRST + 1)
        self.assertEqual(shown(UNITS[0], "MainPID"), process)

    def test_5_stays_stopped_when_its_owner_stops_it(self):
        run("systemctl", "stop", UNITS[0])
        run("systemctl", "start", "tracuu-update.service")
        time.sleep(0.5)
        self.assertEqual(state(UNITS[0]), "inactive")

    def test_6_admits_by_token_and_revokes_by_reload(self):
        tokens = pathlib.Path("/etc/tracuu/tokens")
        tokens.write_text(run("tracuu-server", "--hash-token", "portal", input=TOKEN) + "\n")
        tokens.chmod(0o640)
        shutil.chown(tokens, "root", "tracuu")
        with SETTINGS.open("a") as file:
            file.write('token-file = "/etc/tracuu/tokens"\n')
        run("systemctl", "start", UNITS[0])
        self.assertEqual([articles(), articles(TOKEN)], [0, FIRST + 1])
        admitted = tokens.read_text()
        tokens.write_text(run("tracuu-server", "--hash-token", "another", input=TOKEN[::-1]) + "\n")
        run("systemctl", "reload", UNITS[0])
        self.assertEqual(settled(lambda: articles(TOKEN), 0), 0)
        tokens.write_text(admitted)
        run("systemctl", "reload", UNITS[0])
        self.assertEqual(settled(lambda: articles(TOKEN), FIRST + 1), FIRST + 1)

    @unittest.skipUnless(os.environ.get("TRACUU_LONG"), "takes a minute; TRACUU_LONG=1 does it")
    def test_6b_is_started_again_when_it_dies_or_hangs(self):
        for kind in (signal.SIGKILL, signal.SIGSTOP):
            process = int(shown(UNITS[0], "MainPID"))
            os.kill(process, kind)
            self.assertEqual(settled(lambda: shown(UNITS[0], "MainPID") not in ("0", str(process)), True), True)
            self.assertEqual(settled(lambda: articles(TOKEN), FIRST + 1), FIRST + 1, kind)

    @unittest.skipUnless(os.environ.get("TRACUU_LONG"), "takes ten seconds; TRACUU_LONG=1 does it")
    def test_6c_serves_again_when_an_index_of_another_schema_was_built_anew(self):
        current = (STATE / "index/CURRENT").read_text().strip()
        shutil.copy(HERE / "MANIFEST", STATE / "index" / current / "MANIFEST")
        run("systemctl", "restart", UNITS[0], codes=(1,))
        run("systemctl", "start", "tracuu-update.service")
        self.assertEqual(settled(lambda: articles(TOKEN), FIRST + 1), FIRST + 1)
        self.assertNotEqual((STATE / "index/CURRENT").read_text().strip(), current)

    def test_7_upgrades_without_losing_index_or_settings(self):
        process = shown(UNITS[0], "MainPID")
        generations = sorted(path.name for path in (STATE / "index").iterdir())
        self.install("new.deb")
        self.assertTrue(run("dpkg-query", "-W", "-f", "${Version}", "tracuu").startswith("9."))
        self.assertEqual(settled(lambda: articles(TOKEN), FIRST + 1), FIRST + 1)
        self.assertNotEqual(shown(UNITS[0], "MainPID"), process, "the new program runs")
        self.assertEqual(sorted(path.name for path in (STATE / "index").iterdir()), generations)
        self.assertIn("token-file", SETTINGS.read_text(), "what was changed stays")
        self.assertIn("newer", pathlib.Path("/etc/default/tracuu-update").read_text(), "what was not is new")

    def test_8_keeps_a_unit_disabled_that_its_owner_disabled(self):
        run("systemctl", "disable", "--now", UNITS[2])
        self.install("new.deb")
        self.assertEqual(run("systemctl", "is-enabled", UNITS[2], codes=(1,)), "disabled")
        run("systemctl", "enable", "--now", UNITS[2])

    def test_9_a_removal_keeps_index_settings_and_tokens(self):
        run("dpkg", "-r", "tracuu")
        self.assertEqual(ask("/healthz")[0], 0)
        self.assertEqual({state(unit) for unit in UNITS}, {"inactive"})
        for kept in (STATE / "index/CURRENT", SETTINGS, pathlib.Path("/etc/tracuu/tokens"), SPOOL / PAGES[0].name):
            self.assertTrue(kept.exists(), kept)
        self.install("new.deb")
        self.assertEqual(settled(lambda: articles(TOKEN), FIRST + 1), FIRST + 1, "and it serves again")

    def test_z_a_purge_leaves_nothing_but_the_pages(self):
        run("dpkg", "-P", "tracuu")
        self.assertEqual(sorted(path.name for path in SPOOL.iterdir()), [page.name for page in PAGES[:FIRST + 1]])
        shutil.rmtree(SPOOL)
        self.assertEqual(run("pgrep", "-u", "tracuu", codes=(1,)), "")
        self.assertEqual({shown(unit, "LoadState") for unit in UNITS}, {"not-found"})


if __name__ == "__main__":
    passed = unittest.main(verbosity=2, failfast=True, exit=False).result.wasSuccessful()
    if not passed:
        journal = run("journalctl", "--no-pager", "-o", "short-precise", "-u", "tracuu*", codes=range(256))
        print(*(line for line in journal.splitlines() if '"level":"info","request_id"' not in line), sep="\n")
    sys.exit(not passed)
