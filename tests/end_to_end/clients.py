"""Asks a real server what programs ask that are not ours: a CSV reader, an XML parser, a JSON Schema
validator, a spreadsheet, a feed reader. Usage: clients.py PORT
"""

import copy
import csv
import datetime
import gzip
import io
import json
import re
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

import jsonschema

import openapi_shape

PORT = 0
ATOM = '{http://www.w3.org/2005/Atom}'
OPENSEARCH = '{http://a9.com/-/spec/opensearch/1.1/}'
QUESTIONS = [
    {'q': 'nghị quyết 36'},
    {'q': 'chuyen doi so', 'sort': 'newest'},
    {'q': 'chính quyền điện tử', 'sort': 'oldest', 'from': '2012'},
    {'document': '36-NQ/TW'},
    {'q': '"chính quyền điện tử"', 'province_view': 'today'},
    {'province': 'hai phong', 'locality': 'mentioned'},
    {'q': 'không bài nào nói điều này cả', 'match': 'all'},
    {},
]


def get(path, parameters=None, headers=None, method='GET'):
    """Returns status, headers and body of one answer; problems are answers too."""
    if parameters:
        path += '?' + urllib.parse.urlencode(parameters)
    request = urllib.request.Request(
        f'http://127.0.0.1:{PORT}{path}', headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def get_json(path, parameters=None):
    status, _, body = get(path, parameters)
    assert status == 200, (path, parameters, body)
    return json.loads(body)


def found(parameters, **more):
    """Returns the hits of a search, all pages joined."""
    hits = []
    while True:
        page = get_json('/api/v1/search',
                        {**parameters, **more, 'limit': 100, 'offset': len(hits), 'facets': 'none'})
        hits += page['hits']
        if 'next' not in page:
            return hits, page


def strict(schema, within=False):
    """Forbids what a schema does not name, so that no answer has a field that is not documented."""
    if isinstance(schema, list):
        return [strict(item, within) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(value, key == 'allOf') for key, value in schema.items()}
    if 'allOf' in made:
        made['unevaluatedProperties'] = False
    elif isinstance(made.get('properties'), dict) and not within and 'sentence' not in made['properties']:
        made.setdefault('additionalProperties', False)
    return made


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = get_json('/openapi.json', {'lang': 'en'})
        cls.strict = copy.deepcopy(cls.document)
        cls.strict['components']['schemas'] = strict(cls.strict['components']['schemas'])
        cls.article = found({'q': 'nghị quyết 36'})[0][0]['id']

    def check(self, name, answer, context):
        schema = {'$ref': f'#/components/schemas/{name}', 'components': self.strict['components']}
        errors = list(jsonschema.Draft202012Validator(schema).iter_errors(answer))
        self.assertFalse(errors, (context, [error.message for error in errors[:3]]))

    def test_document_is_valid_in_both_languages(self):
        for language in ('vi', 'en'):
            document = get_json('/openapi.json', {'lang': language})
            jsonschema.Draft202012Validator(openapi_shape.DOCUMENT).validate(document)
            self.assertEqual(openapi_shape.dangling_references(document), [])

    def test_schemas_are_valid(self):
        for name, schema in self.document['components']['schemas'].items():
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(schema)

    def test_operations_have_names_of_their_own_and_declare_their_paths(self):
        names = set()
        for path, item in self.document['paths'].items():
            operation = item['get']
            self.assertNotIn(operation['operationId'], names)
            names.add(operation['operationId'])
            declared = {p['name'] for p in operation['parameters'] if p['in'] == 'path'}
            self.assertEqual(declared, set(re.findall(r'{(\w+)}', path)), path)

    def filled(self, path, operation):
        for parameter in operation['parameters']:
            if parameter['in'] == 'path':
                value = self.article if parameter['name'] == 'id' else parameter['example']
                path = path.replace('{%s}' % parameter['name'], urllib.parse.quote(value, safe=''))
        return path

    def check_answer(self, path, operation, parameters):
        status, headers, body = get(self.filled(path, operation), parameters)
        self.assertEqual(status, 200, (path, parameters, body[:300]))
        content = operation['responses']['200']['content']
        kind, described = next(iter(content.items()))
        answered = headers['Content-Type'].split(';')[0]
        self.assertIn(answered, {kind, 'application/x-suggestions+json'})
        if 'schema' in described:
            name = described['schema']['$ref'].rsplit('/', 1)[1]
            for line in body.splitlines() if 'ndjson' in kind else [body]:
                self.check(name, json.loads(line), (path, parameters))

    # Chooses among papers of another number than the path's example.
    OF_ANOTHER_NUMBER = ('/api/v1/documents/{number}', 'term')

    def test_answers_of_every_endpoint_are_as_described(self):
        checked = 0
        for path, item in self.document['paths'].items():
            operation = item['get']
            self.check_answer(path, operation, {})
            for parameter in operation['parameters']:
                if (path, parameter['name']) == self.OF_ANOTHER_NUMBER:
                    continue
                if parameter['in'] == 'query':
                    example = parameter['example']
                    value = example[0] if isinstance(example, list) else example
                    self.check_answer(path, operation, {parameter['name']: value})
                    checked += 1
        self.assertGreater(checked, 60)

    def test_examples_and_defaults_are_as_their_schemas_say(self):
        for path, item in self.document['paths'].items():
            for parameter in item['get']['parameters']:
                with self.subTest(path=path, name=parameter['name']):
                    jsonschema.validate(parameter['example'], parameter['schema'])
                    if 'default' in parameter['schema']:
                        jsonschema.validate(parameter['schema']['default'], parameter['schema'])

    def test_answers_of_questions_are_as_described(self):
        for question in QUESTIONS:
            for more in ({'highlight': 'offsets'}, {'collapse': '0', 'explain': '1'}):
                self.check('SearchAnswer', get_json('/api/v1/search', {**question, **more}), question)
        for hit in found({})[0]:
            path = '/api/v1/articles/' + urllib.parse.quote(hit['id'], safe='')
            self.check('ArticleAnswer', get_json(path), path)

    def test_problems_are_as_described(self):
        for path, status in (('/api/v1/search?provinc=x', 400), ('/api/v1/search?from=x', 400),
                             ('/api/v1/articles/none', 404), ('/api/v1/none', 404),
                             ('/api/v1/%zz', 400), ('/api/v1/export.csv?limit=x', 400)):
            got, headers, body = get(path)
            self.assertEqual(got, status, path)
            self.assertTrue(headers['Content-Type'].startswith('application/problem+json'))
            problem = json.loads(body)
            self.check('Problem', problem, path)
            self.assertEqual(get(problem['type'])[0], 200, 'the type of a problem leads nowhere')


class Exports(unittest.TestCase):
    def test_csv_holds_what_the_search_finds(self):
        for question in QUESTIONS:
            with self.subTest(question):
                hits, page = found(question, collapse='0')
                status, headers, body = get('/api/v1/export.csv', question)
                self.assertEqual(status, 200)
                self.assertTrue(body.startswith(b'\xef\xbb\xbf'), 'spreadsheets would misread it')
                text = body.decode('utf-8-sig')
                rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
                again = io.StringIO(newline='')
                csv.writer(again).writerows(rows)
                self.assertEqual(again.getvalue(), text, 'another writer of RFC 4180 differs')
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                table = [dict(zip(rows[0], row)) for row in rows[1:]]
                self.assertEqual([row['id'] for row in table], [hit['id'] for hit in hits])
                self.assertEqual(int(headers['X-Total-Count']), page['total'])
                self.assertEqual(int(headers['X-Row-Count']), len(table))
                for row, hit in zip(table, hits):
                    self.assertEqual(row['published'], hit['published'] or '')
                    self.assertEqual(row['documents'], '; '.join(hit['documents']))
                    self.assertEqual(row['provinces'], '; '.join(hit['provinces']))
                for cell in (cell for row in rows for cell in row):
                    self.assertFalse(cell.startswith(('=', '+', '-', '@', '\t', '\r')), cell)

    def test_ndjson_holds_what_the_search_finds_and_says_that_it_is_whole(self):
        for question in QUESTIONS:
            for collapse in ('0', '1'):
                hits, page = found(question, collapse=collapse)
                _, _, body = get('/api/v1/export.ndjson', {**question, 'collapse': collapse})
                lines = [json.loads(line) for line in body.splitlines()]
                end = lines.pop()['export']
                self.assertEqual(lines, hits)
                self.assertEqual(end['total'], page['total_groups' if collapse == '1' else 'total'])
                self.assertTrue(end['complete'])

    def test_parts_follow_one_another(self):
        whole = [row['id'] for row in self.rows('/api/v1/export.csv?limit=100000')]
        joined = []
        path = '/api/v1/export.csv?limit=7'
        while path:
            joined += [row['id'] for row in self.rows(path)]
            link = get(path)[1]['Link']
            path = re.match('<(.*)>; rel="next"', link).group(1) if link else None
        self.assertEqual(joined, whole)

    def rows(self, path):
        return list(csv.DictReader(io.StringIO(get(path)[2].decode('utf-8-sig'), newline='')))

    def test_gzip_packs_the_same_bytes(self):
        for name in ('export.csv', 'export.ndjson', 'feed.atom'):
            _, _, plain = get('/api/v1/' + name)
            _, headers, packed = get('/api/v1/' + name, headers={'Accept-Encoding': 'gzip'})
            self.assertEqual(headers['Content-Encoding'], 'gzip')
            self.assertEqual(gzip.decompress(packed), plain)
            self.assertLess(len(packed), len(plain) / 2)


class Feed(unittest.TestCase):
    def feed(self, parameters):
        status, headers, body = get('/api/v1/feed.atom', parameters)
        self.assertEqual(status, 200)
        self.assertTrue(headers['Content-Type'].startswith('application/atom+xml'))
        return ElementTree.fromstring(body), headers

    def test_is_an_atom_feed_of_what_the_search_finds(self):
        for question in QUESTIONS:
            with self.subTest(question):
                feed, _ = self.feed({**question, 'limit': 100})
                self.assertEqual(feed.tag, ATOM + 'feed')
                for element in [feed] + feed.findall(ATOM + 'entry'):
                    for name in ('id', 'title', 'updated'):
                        self.assertEqual(len(element.findall(ATOM + name)), 1, name)
                    self.assertTrue(element.find(ATOM + 'title').text)
                    updated = element.find(ATOM + 'updated').text
                    self.assertIsNotNone(
                        datetime.datetime.fromisoformat(updated.replace('Z', '+00:00')).tzinfo)
                    self.assertRegex(element.find(ATOM + 'id').text,
                                     r"^tag:[a-z0-9.\-]+,\d{4}:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]+$")
                    alternates = [link for link in element.findall(ATOM + 'link')
                                  if link.get('rel') == 'alternate']
                    self.assertEqual(len(alternates), 1)
                    self.assertTrue(alternates[0].get('href').startswith('http'))
                entries = feed.findall(ATOM + 'entry')
                hits, _ = found({'sort': 'newest', **question})
                self.assertEqual([entry.find(ATOM + 'id').text for entry in entries],
                                 ['tag:tracuu,2026:article:' + urllib.parse.quote(hit['id'], safe='')
                                  for hit in hits[:100]])
                for entry, hit in zip(entries, hits):
                    self.assertEqual(entry.find(ATOM + 'title').text, hit['title'])
                    published = entry.find(ATOM + 'published')
                    self.assertEqual(published.text[:10] if published is not None else None,
                                     hit['published'])
                    self.assertEqual(entry.find(ATOM + 'summary').text, hit['snippet'])

    def test_links_lead_where_they_say(self):
        feed, _ = self.feed({'q': 'nghị quyết', 'limit': 5})
        links = {link.get('rel'): link.get('href') for link in feed.findall(ATOM + 'link')}
        self.assertEqual(set(links), {'self', 'alternate', 'search', 'next'})
        for relation, address in links.items():
            path = address.split(f':{PORT}', 1)[1]
            status, _, body = get(path)
            self.assertEqual(status, 200, relation)
            if relation == 'self':
                self.assertEqual(ElementTree.tostring(ElementTree.fromstring(body)),
                                 ElementTree.tostring(feed))

    def test_is_not_sent_again_to_who_holds_it(self):
        _, headers = self.feed({'q': 'nghị quyết'})
        for condition in ({'If-None-Match': headers['ETag']},
                          {'If-None-Match': 'W/"x", W/' + headers['ETag']},
                          {'If-Modified-Since': headers['Last-Modified']}):
            status, again, body = get('/api/v1/feed.atom', {'q': 'nghị quyết'}, condition)
            self.assertEqual((status, body), (304, b''), condition)
            self.assertEqual(again['ETag'], headers['ETag'])
        for condition in ({'If-None-Match': '"other"', 'If-Modified-Since': headers['Last-Modified']},
                          {'If-Modified-Since': 'Sun, 06 Nov 1994 08:49:37 GMT'}):
            self.assertEqual(get('/api/v1/feed.atom', {'q': 'nghị quyết'}, condition)[0], 200)


class OpenSearch(unittest.TestCase):
    def test_description_is_found_from_the_page_and_its_templates_work(self):
        page = get('/')[2].decode()
        path = re.search(r'<link rel="search" type="application/opensearchdescription\+xml"[^>]*'
                         r'href="([^"]*)"', page).group(1)
        root = ElementTree.fromstring(get(path)[2])
        self.assertEqual(root.tag, OPENSEARCH + 'OpenSearchDescription')
        self.assertLessEqual(len(root.find(OPENSEARCH + 'ShortName').text), 16)
        kinds = set()
        for url in root.findall(OPENSEARCH + 'Url'):
            kinds.add(url.get('type'))
            address = url.get('template').replace('{searchTerms}', 'ngh%E1%BB%8B+quy%E1%BA%BFt')
            address = re.sub(r'{\w+\?}', '', address)
            status, headers, _ = get(address.split(f':{PORT}', 1)[1])
            self.assertEqual(status, 200, address)
            self.assertEqual(headers['Content-Type'].split(';')[0], url.get('type'))
        self.assertIn('application/x-suggestions+json', kinds)
        self.assertIn('text/html', kinds)


class Manners(unittest.TestCase):
    def test_head_has_the_headers_of_get(self):
        for path in ('/', '/api/v1/search?q=a', '/api/v1/export.csv', '/api/v1/feed.atom',
                     '/openapi.json', '/api/v1/none'):
            _, got, _ = get(path)
            _, headed, body = get(path, method='HEAD')
            self.assertEqual(body, b'')
            different = {'Date', 'X-Request-Id', 'Server-Timing', 'Content-Length',
                         'Cache-Status'}
            self.assertEqual({k: v for k, v in got.items() if k not in different},
                             {k: v for k, v in headed.items() if k not in different}, path)

    def test_nobody_elses_page_may_read_unless_allowed(self):
        for method in ('GET', 'OPTIONS'):
            _, headers, _ = get('/api/v1/search', headers={'Origin': 'https://a.example'}, method=method)
            self.assertIsNone(headers['Access-Control-Allow-Origin'])

    def test_sane_request_ids_are_kept(self):
        for given, kept in (('abc-1_Z', True), ('a' * 64, True), ('a' * 65, False), ('a b', False)):
            _, headers, _ = get('/healthz', headers={'X-Request-Id': given})
            self.assertEqual(headers['X-Request-Id'] == given, kept, given)

    def test_weights_of_codings_are_respected(self):
        for accepted, coding in (('gzip', 'gzip'), ('gzip;q=0', None), ('br, gzip;q=0.5', 'gzip'),
                                 ('identity, gzip;q=0.5', None), ('*', 'gzip'), ('*;q=0', None)):
            _, headers, _ = get('/api/v1/search', headers={'Accept-Encoding': accepted})
            self.assertEqual(headers['Content-Encoding'], coding, accepted)
            self.assertIn('Accept-Encoding', headers['Vary'])


if __name__ == '__main__':
    PORT = int(sys.argv.pop())
    unittest.main(verbosity=1)
