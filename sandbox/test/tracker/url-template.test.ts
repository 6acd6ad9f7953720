import { expect, test } from '@jest/globals';
import { fillTemplate, findTemplateProblem } from '../../src/tracker/url-template.ts';

const youtrack = 'http://127.0.0.1:8080';

test.each([
  ['https://my-app.ru:8080/{{remoteKey}}/info', 'https://my-app.ru:8080/1234/info'],
  [
    'https://my-app.ru/links/?ticket={{issueKey}}&obj={{remoteKey}}',
    'https://my-app.ru/links/?ticket=TEST-1&obj=1234',
  ],
  ['https://my-app.ru/{{remoteKey}}/{{issueKey}}/{{remoteKey}}', 'https://my-app.ru/1234/TEST-1/1234'],
  ['{{youtrack}}/api/{{remoteKey}}', 'http://127.0.0.1:8080/api/1234'],
])('%p becomes %p', (template, url) => {
  expect(fillTemplate(template, { remoteKey: '1234', issueKey: 'TEST-1' }, youtrack)).toBe(url);
});

test('keys are percent-encoded, so they cannot leave their place', () => {
  const filled = fillTemplate(
    'http://a/{{remoteKey}}?x={{remoteKey}}',
    { remoteKey: 'а/б?&#%{{issueKey}}$&' },
    youtrack,
  );
  const encoded = '%D0%B0%2F%D0%B1%3F%26%23%25%7B%7BissueKey%7D%7D%24%26';
  expect(filled).toBe(`http://a/${encoded}?x=${encoded}`);
});

test.each([
  ['https://a.example/{{remoteKey}}', ['remoteKey'], undefined],
  ['{{youtrack}}/{{remoteKey}}/{{issueKey}}', ['issueKey', 'remoteKey'], undefined],
  ['https://{{remoteKey}}.example/', ['remoteKey'], undefined],
  ['https://a.example/', ['remoteKey'], 'expected a URL template with {{remoteKey}}'],
  ['https://a.example/{{remoteKey}}/{{user}}', ['remoteKey'], 'did not expect {{user}}'],
  ['https://a.example/{{remoteKey}}', [], 'did not expect {{remoteKey}}'],
  ['ftp://a.example/', [], 'expected a URL that begins with http://, https:// or {{youtrack}}'],
  ['/links', [], 'expected a URL that begins with http://, https:// or {{youtrack}}'],
  ['https://a.example/{{youtrack}}', [], 'did not expect {{youtrack}}'],
] as const)('the template %p with %p: %p', (template, placeholders, problem) => {
  expect(findTemplateProblem(template, placeholders)).toBe(problem);
});
