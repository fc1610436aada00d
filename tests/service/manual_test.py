"""Compares the manual pages with what the programs say of themselves: every flag and every exit code of --help."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["TRACUU_SOURCE_DIR"])


def help_of(program, *words):
    return subprocess.run([program, *words, "--help"], check=True, capture_output=True, text=True).stdout


def flags_of(text):
    """Returns the flags that stand at the start of a line of --help."""
    return set(re.findall(r"^\s+(?:-\w,)?--([a-z-]+)", text, re.MULTILINE))


def codes_of(text):
    told = re.search(r"Exit codes: (.*?)\.", text, re.DOTALL).group(1)
    return set(re.findall(r"(?<![\w])(\d+) ", told.replace("\n", " ")))


class Manual(unittest.TestCase):
    def expect_all(self, page, flags, codes):
        text = (SOURCE / page).read_text()
        self.assertEqual(set(re.findall(r"^\.It Fl -([a-z-]+)", text, re.MULTILINE)), flags)
        self.assertLessEqual(codes, set(re.findall(r"^\.It (\d+)$", text, re.MULTILINE)))

    def test_of_the_server_has_its_flags_and_exit_codes(self):
        text = help_of(os.environ["TRACUU_SERVER"])
        self.assertGreater(len(flags_of(text)), 18)
        self.expect_all("server/service/tracuu-server.8", flags_of(text), codes_of(text))

    def test_of_the_indexer_has_its_commands_flags_and_exit_codes(self):
        text = help_of(os.environ["TRACUU_INDEXER"])
        commands = re.findall(r"^  ([a-z]+) ", text.split("Subcommands:")[1], re.MULTILINE)
        self.assertGreater(len(commands), 6)
        flags = set().union(*(flags_of(help_of(os.environ["TRACUU_INDEXER"], command)) for command in commands))
        self.expect_all("indexer/service/tracuu-indexer.1", flags | flags_of(text), codes_of(text))
        page = (SOURCE / "indexer/service/tracuu-indexer.1").read_text()
        self.assertEqual(re.findall(r"^\.It Cm ([a-z]+)$", page, re.MULTILINE), commands)

    def test_of_the_server_explains_each_setting_as_the_readme_does(self):
        rows = re.findall(r"^\| `([a-z-]+)` \| (?:`(.*?)`)? \| (.*) \|$", (SOURCE / "README.md").read_text(), re.MULTILINE)
        rows = rows[[name for name, _, _ in rows].index("index"):]
        self.assertGreater(len(rows), 16)
        page = (SOURCE / "server/service/tracuu-server.8").read_text()
        for name, default, explanation in rows:
            told = re.search(rf"^\.It Fl -{name}(?: Ar \S+)?\n((?:(?!\.).*\n)*)", page, re.MULTILINE).group(1)
            told = " ".join(told.split())
            self.assertEqual(told.split(" Default: ")[0], explanation + ".", name)
            if default and default != "false":
                self.assertTrue(told.endswith(f"Default: {default}."), name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
