"""Laws that the answers of a search engine keep towards one another, whatever the corpus: asked of the
real server, with questions drawn from its own titles and words. TRACUU_LONG=1 draws thirteen times as many.
"""

import csv
import html
import io
import json
import random
import re
import tempfile
import unicodedata
import unittest
import urllib.parse

import real_server

DRAWN = 200 if real_server.LONG else 15
SEED = 20261122
ALL = 'không'  # a common word, for lists that are long
# Words that say little; of some of them the letters without marks are as often another word.
LITTLE = set('bị bởi các có của cho để đến đã được hay khi là lại lên mà những nhưng nơi ở ra sau sẽ tại '
             'theo thì trên trong từ và vào về vẫn với'.split())


def without_marks(text):
    """Spells Vietnamese as many type it."""
    text = unicodedata.normalize('NFD', text.replace('đ', 'd').replace('Đ', 'D'))
    return ''.join(letter for letter in text if not unicodedata.combining(letter))


class Laws(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        index = cls.folder.name + '/index'
        real_server.index_pages(index, real_server.CORPUS)
        cls.server = real_server.RealServer(index, '--deadline-ms', '9000')
        cls.addClassCleanup(cls.server.__exit__)
        cls.draw = random.Random(SEED)
        titles = [hit['title'] for hit in cls.found('', facets='none')['hits']]
        snippets = [re.sub('<[^>]*>', '', html.unescape(hit['snippet'])) for hit in cls.found('')['hits']]
        cls.titles = sorted({title for title in titles if title})
        # Words alone: what is a number, a paper or a year is understood, and follows laws of its own.
        texts = (unicodedata.normalize('NFC', text) for text in titles + snippets)
        cls.runs = [run for text in texts for run in re.findall(r'[^\W\d_]+(?: [^\W\d_]+)+', text)]

    def _formatMessage(self, message, standard):
        return super()._formatMessage(message, f"'{self.asked}': {standard}")

    def setUp(self):
        self.asked = ''

    @classmethod
    def ask(cls, path):
        status, _, body = cls.server.get(path)
        assert status == 200, (path, body)
        return json.loads(body)

    @classmethod
    def found(cls, q, **more):
        return cls.ask(real_server.search(q=q, **{'limit': 100, **more}))

    @classmethod
    def ids(cls, q, **more):
        """Returns every article that a search finds, page by page."""
        ids = []
        while True:
            page = cls.found(q, **{'facets': 'none', 'collapse': 0, **more, 'offset': len(ids)})
            ids += [hit['id'] for hit in page['hits']]
            if len(ids) >= page['total'] or not page['hits']:
                return ids

    def words(self, count, wanted=None):
        """Draws neighbouring words, in small letters, that are words and no name of anything, one of them
        `wanted` where any is."""
        while True:
            run = self.draw.choice(self.runs).lower().split()
            if len(run) >= count:
                start = self.draw.randrange(len(run) - count + 1)
                words = run[start:start + count]
                if wanted and not wanted & set(words):
                    continue
                if not self.found(' '.join(words), limit=0, facets='none')['query']['understood']:
                    return words

    def drawn(self, *counts):
        """Yields the words of questions of as many words."""
        for _ in range(DRAWN):
            self.asked = ' '.join(self.words(self.draw.choice(counts)))
            yield self.asked.split()

    def test_pages_put_together_are_one_long_page(self):
        for q in ['', ALL] + [' '.join(words) for words in self.drawn(1, 2)]:
            for sort in ('relevance', 'newest', 'oldest'):
                whole = [hit['id'] for hit in self.found(q, sort=sort, facets='none')['hits']]
                size = self.draw.randrange(1, 40)
                parts = []
                while len(parts) < len(whole):
                    page = self.found(q, sort=sort, facets='none', limit=min(size, 100 - len(parts)),
                                      offset=len(parts))['hits']
                    self.assertTrue(page, (q, sort))
                    parts += [hit['id'] for hit in page]
                self.assertEqual(parts, whole, (q, sort, size))
                self.assertEqual(len(set(whole)), len(whole), 'an article stands twice')

    def test_the_count_of_a_facet_is_the_total_of_its_filter(self):
        for words in self.drawn(1, 2, 3):
            q = ' '.join(words)
            answer = self.found(q, limit=1)
            for name, values in answer['facets'].items():
                for value in self.draw.sample(values, min(2, len(values))):
                    filtered = self.found(q, limit=1, **{name: value['value']})
                    self.assertEqual(filtered['total'], value['count'], (q, name, value))
                    # And beside a choice already made the count is what choosing it adds.
                    others = {entry['value']: entry['count'] for entry in filtered['facets'].get(name, [])}
                    for other in self.draw.sample(sorted(set(others) - {value['value']}),
                                                  min(1, len(others) - 1)):
                        alone = self.found(q, limit=1, **{name: other})['total']
                        self.assertEqual(alone, others[other], (q, name, value['value'], other))

    def test_a_filter_shrinks_and_a_second_value_of_it_grows(self):
        for words in self.drawn(1, 2):
            q = ' '.join(words)
            answer = self.found(q, limit=0)
            everything = set(self.ids(q))
            facets = {name: values for name, values in answer['facets'].items() if len(values) > 1}
            for name, values in self.draw.sample(sorted(facets.items()), min(3, len(facets))):
                one, other = (value['value'] for value in self.draw.sample(values, 2))
                first, both = set(self.ids(q, **{name: one})), set(self.ids(q, **{name: [one, other]}))
                self.assertLessEqual(first, both, (q, name, one, other))
                self.assertLessEqual(both, everything, (q, name))
                self.assertEqual(both, first | set(self.ids(q, **{name: other})), (q, name, one, other))

    def test_and_shrinks_or_grows_and_without_takes_away(self):
        for words in self.drawn(2):
            one, other = words
            first, second = (set(self.ids(word, match='all')) for word in words)
            # Words are found whatever their marks; what is left out is left out as it is written.
            written = set(self.ids(f'{one} "{other}"', match='all'))
            both = set(self.ids(f'{one} {other}', match='all'))
            either = set(self.ids(f'{one} OR {other}', match='all'))
            self.assertLessEqual(both, first | second)
            self.assertGreaterEqual(either, first | second, 'an article of one word is not among those of either')
            self.assertEqual(set(self.ids(f'{one} -{other}', match='all')), first - written)

    def test_quoting_shrinks(self):
        for words in self.drawn(2, 3, 4):
            q = ' '.join(words)
            quoted = set(self.ids(f'"{q}"', match='all'))
            self.assertTrue(quoted, 'what is in a text is found as a phrase')
            self.assertLessEqual(quoted, set(self.ids(q, match='all')))

    def test_without_marks_all_is_found_that_is_found_with_them(self):
        for words in self.drawn(1, 2, 3, 4):
            self.finds_no_less_without_marks(words)

    def test_so_it_is_with_little_words(self):
        for _ in range(2 * DRAWN):
            words = self.words(self.draw.choice((2, 3, 4, 5)), wanted=LITTLE)
            self.finds_no_less_without_marks(words)
            self.draw.shuffle(words)
            self.finds_no_less_without_marks(words)
        for words in ('giang lên', 'lạ của', 'lên chợ', 'cửa khẩu', 'là của và', 'về', 'nhu cầu về điện'):
            self.finds_no_less_without_marks(words.split())

    def finds_no_less_without_marks(self, words):
        self.asked = q = ' '.join(words)
        bare = without_marks(q)
        for match in ('all', 'any'):
            found = set(self.ids(q, match=match))
            self.assertLessEqual(found, set(self.ids(bare, match=match)), match)
            each = [set(self.ids(word, match='all')) for word in words]
            self.assertEqual(found, set.intersection(*each) if match == 'all' else set.union(*each), match)
        answer, other = (self.found(asked, limit=0, facets='none') for asked in (q, bare))
        # Where what was asked for is too little the nearest are shown, and the answer says so.
        if 'relaxed' not in answer or 'relaxed' in other:
            self.assertLessEqual(set(self.ids(q)), set(self.ids(bare)), 'auto')

    def test_the_form_of_letters_changes_nothing(self):
        for words in self.drawn(1, 2, 3, 4):
            q = ' '.join(words)
            answer = self.found(q, facets='none')
            hits = [(hit['id'], hit['score']) for hit in answer['hits']]
            for other in (unicodedata.normalize('NFD', q), q.upper(), f'  {q}  ', q.replace(' ', '\t'),
                          q.replace(' ', '　')):
                same = self.found(other, facets='none')
                self.assertEqual([(hit['id'], hit['score']) for hit in same['hits']], hits, other)
                self.assertEqual(same['total'], answer['total'], other)

    def test_the_order_of_words_keeps_what_is_found(self):
        for words in self.drawn(2, 3):
            # As exclusions and alternatives tell: of words alone, each by itself.
            expected = set(self.ids(' '.join(f'"{word}"' for word in words), match='all'))
            for _ in range(2):
                self.draw.shuffle(words)
                self.assertEqual(set(self.ids(' '.join(f'"{word}"' for word in words), match='all')), expected)

    def test_sorting_changes_the_order_alone(self):
        for words in self.drawn(1, 2):
            q = ' '.join(words)
            lists = [self.ids(q, sort=sort) for sort in ('relevance', 'newest', 'oldest')]
            self.assertEqual(len({frozenset(found) for found in lists}), 1)
            dates = [hit['published'] for hit in self.found(q, sort='newest', facets='none')['hits']]
            dated = [date for date in dates if date]
            self.assertEqual(dated, sorted(dated, reverse=True))

    def test_collapsed_and_exported_all_is_as_many(self):
        for words in self.drawn(1, 2):
            q = ' '.join(words)
            each, groups = self.found(q, collapse=0, facets='none'), self.found(q, facets='none')
            self.assertEqual(each['total'], groups['total'])
            self.assertGreaterEqual(groups['total'], groups['total_groups'])
            exported = urllib.parse.urlencode({'q': q})
            lines = self.server.get('/api/v1/export.ndjson?' + exported)[2].splitlines()
            self.assertEqual(len(lines) - 1, each['total'])
            self.assertEqual([json.loads(line)['id'] for line in lines[:-1]], self.ids(q))
            table = self.server.get('/api/v1/export.csv?' + exported)[2].decode('utf-8-sig')
            self.assertEqual(len(list(csv.DictReader(io.StringIO(table)))), each['total'])

    def test_asked_again_the_answer_is_the_same(self):
        for words in self.drawn(1, 2, 3):
            q = ' '.join(words)
            first, second = ({**self.found(q), 'took_ms': 0} for _ in range(2))
            self.assertEqual(first, second)

    def test_a_title_finds_its_article(self):
        for title in self.draw.sample(self.titles, min(DRAWN, len(self.titles))):
            for typed in (title, without_marks(title), unicodedata.normalize('NFD', title)):
                if len(typed) <= 400:
                    self.asked = typed
                    hits = self.found(typed, facets='none', limit=10)['hits']
                    self.assertIn(title.lower(), [hit['title'].lower() for hit in hits])


if __name__ == '__main__':
    unittest.main()
