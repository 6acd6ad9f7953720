import { describe, expect, test } from '@jest/globals';
import type { ProjectSetting } from '../../../src/pages/project-settings-answer.ts';
import { listChoices, toForm } from '../../../widgets/project-links/settings-form-state.ts';

function level(company: string, own?: string): ProjectSetting {
  const otherwise = { value: company, source: 'app' } as const;
  const choices = ['full', 'status', 'key'];
  return { name: 'disclosure', ...otherwise, otherwise, choices, ...(own !== undefined && { own }) };
}

function field(own: string): ProjectSetting {
  const otherwise = { value: 'State', source: 'default', fieldExists: true } as const;
  return { name: 'statusField', ...otherwise, otherwise, own, choices: ['State', 'Стадия'] };
}

const shown = (setting: ProjectSetting) =>
  listChoices(setting).map(({ value, isIdle }) => (isIdle ? `${value} (idle)` : value));

describe('the choices of a setting', () => {
  test.each([
    [level('full'), ['full', 'status', 'key']],
    [level('status'), ['status', 'key']],
    [level('key'), ['key']],
    [level('status', 'key'), ['status', 'key']],
    [level('key', 'full'), ['full (idle)', 'key']],
    [field('стадия'), ['State', 'Стадия']],
    [field('Gone'), ['Gone (idle)', 'State', 'Стадия']],
  ])('of %j are those that have an effect, and what stands there', (setting, choices) => {
    expect(shown(setting)).toEqual(choices);
  });
});

test('a form shows what the project says, in the spelling of its fields', () => {
  expect(toForm([level('full'), field('СТАДИЯ')])).toEqual({
    disclosure: '',
    statusField: 'Стадия',
    deadlineField: '',
    assigneeField: '',
  });
});
