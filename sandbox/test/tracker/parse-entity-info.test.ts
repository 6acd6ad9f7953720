import { expect, test } from '@jest/globals';
import { parseEntityInfo } from '../../src/tracker/outgoing/parse-entity-info.ts';

const full = {
  key: 'DEMO-1',
  summary: 'Отчёт',
  iconUrl: 'https://youtrack.example/icon.svg',
  status: { name: 'Open', description: 'New' },
  resolution: { name: 'Fixed' },
  assignee: { trackerUid: 1, passportUid: 2, login: 'jane' },
  updated: '2017-06-11T05:16:01.339+0000',
  deadline: '2017-06-12T00:00:00.000+0300',
};

test('an answer with every field of the protocol is read as it is', () => {
  expect(parseEntityInfo(JSON.stringify(full))).toEqual({ info: full, problems: [] });
});

test.each([
  ['<html>', 'the answer is not a JSON object'],
  ['[]', 'the answer is not a JSON object'],
  ['{"summary":"x"}', 'key: expected string, received undefined'],
  ['{"key":"A-1"}', 'summary: expected string, received undefined'],
  ['{"key":"A-1","summary":"x","status":null}', 'status: expected object, received null'],
  ['{"key":"A-1","summary":"x","status":{}}', 'status.name: expected string, received undefined'],
  ['{"key":"A-1","summary":"x","assignee":{"login":null}}', 'assignee.login: expected string, received null'],
  [
    '{"key":"A-1","summary":"x","updated":"2017-06-11T05:16:01.339Z"}',
    'updated: expected YYYY-MM-DDThh:mm:ss.sss±hhmm',
  ],
  ['{"key":"A-1","summary":"x","iconUrl":"javascript:alert(1)"}', 'iconUrl: expected an http or https URL'],
  ['{"key":"A-1","summary":"x","project":"A"}', 'project: the protocol knows no such field'],
])('%p departs from the protocol: %p', (text, problem) => {
  expect(parseEntityInfo(text).problems).toContain(problem);
});

test('what is wrong is left out and the rest is kept', () => {
  const { info } = parseEntityInfo('{"key":"A-1","summary":"Да","updated":5,"deadline":null}');
  expect(info).toEqual({ key: 'A-1', summary: 'Да' });
});
