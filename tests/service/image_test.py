"""Reads the Dockerfile and tries what can be tried without Docker: its check of health, asked of a real server, and
that what it copies and installs is there."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["TRACUU_SOURCE_DIR"])
TEXT = re.sub(r"\\\n\s*", " ", (SOURCE / "Dockerfile").read_text())


def healthy(port):
    """Returns whether the command of HEALTHCHECK says so of the server at `port`."""
    command = json.loads(re.search(r"^HEALTHCHECK .*?CMD (\[.*\])$", TEXT, re.MULTILINE).group(1))
    return subprocess.run(command, env={**os.environ, "TRACUU_PORT": str(port)}, stderr=subprocess.DEVNULL,
                          timeout=10).returncode == 0


class Image(unittest.TestCase):
    def test_is_healthy_while_the_server_answers(self):
        with tempfile.TemporaryDirectory() as folder:
            pages = sorted((SOURCE / "corpus/articles/tuned").glob("*.txt"))[:3]
            subprocess.run([os.environ["TRACUU_INDEXER"], "build", "--quiet", "--index", folder + "/index", *pages],
                           check=True, stdout=subprocess.DEVNULL)
            tokens = pathlib.Path(folder, "tokens")
            tokens.touch(0o600)
            tokens.write_text("portal " + "0" * 64 + "\n")
            with subprocess.Popen([os.environ["TRACUU_SERVER"], "--index", folder + "/index", "--port", "0",
                                   "--token-file", tokens], stdout=subprocess.PIPE, text=True,
                                  stderr=subprocess.DEVNULL) as server:
                port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
                self.assertTrue(healthy(port), "without a token, too")
                server.terminate()
            self.assertFalse(healthy(port), "nobody listens")

    def test_runs_as_the_user_whom_the_index_belongs_to(self):
        last = TEXT.rsplit("\nFROM ", 1)[1]
        user = re.findall(r"^USER (\d+):(\d+)$", last, re.MULTILINE)
        self.assertEqual(user, re.findall(r"useradd --uid (\d+) --gid (\d+) ", last))
        self.assertLess(last.index("install --directory --owner=tracuu"), last.index("\nUSER "))
        self.assertIn("\nVOLUME /var/lib/tracuu /var/spool/tracuu\n", last)

    def test_copies_all_that_the_build_reads(self):
        ignored = (SOURCE / ".dockerignore").read_text().split()
        for name in (".packages", ".debian", "CMakeLists.txt", "CMakePresets.json", "README.md", "common", "indexer",
                     "server"):
            self.assertTrue((SOURCE / name).exists(), name)
            self.assertNotIn(name, ignored)
        self.assertIn("build", ignored, "what was built elsewhere stays there")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
