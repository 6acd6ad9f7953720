import { describe, expect, test } from '@jest/globals';
import { readVariable } from '../../../widgets/administration/recipe/read-variable.ts';

describe('the variable of a field', () => {
  test.each([
    'youtrack',
    ' youtrack ',
    'local.youtrack',
    'issue.local.youtrack',
    'Issue.Local.youtrack',
    '{{issue.local.youtrack}}',
    '{{ issue.local.youtrack.json }}',
    '"{{issue.local.youtrack}}"',
    'not_var{{issue.local.youtrack}}',
    '{issue.local.youtrack.JSON}',
    'youtrack.json',
    '60631a81a59590573909db929'.slice(0, 24).concat('--youtrack'),
    'issue.60631a81a59590573909db92--youtrack',
  ])('is found in %j', (text) => {
    expect(readVariable(text)).toBe('issue.local.youtrack');
  });

  test.each([
    ['{{issue.tags}}', 'issue.tags'],
    ['issue.components.display.json', 'issue.components.display'],
    ['my-key_2', 'issue.local.my-key_2'],
  ])('of %j is %s', (text, variable) => {
    expect(readVariable(text)).toBe(variable);
  });

  test.each(['', ' ', 'Ключ YouTrack', '{{}}', '{{issue}}', '{{issue.local}}', 'issue.', '1', 'a.б'])(
    'is none in %j',
    (text) => {
      expect(readVariable(text)).toBeUndefined();
    },
  );
});
