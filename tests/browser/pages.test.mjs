// Pages of documents and officials.
import test from 'node:test';

test('later', () => {});
