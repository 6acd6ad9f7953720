import { describe, expect, test } from '@jest/globals';
import type { FieldRole } from '../../src/ports/youtrack.ts';
import { fail } from '../../src/result.ts';
import { chooseField, listFitting } from '../../src/showing/project-fields.ts';
import { type FakeProjectOptions, fakeProject, fakeStore, settings } from '../support/fake-host.ts';

const none = settings.fields;

function chosen(role: FieldRole, options: FakeProjectOptions, fields: Partial<typeof none> = {}) {
  const company = { ...settings, fields: { ...none, ...fields } };
  const { source, name, field } = chooseField(fakeProject('DEMO', options), company, role);
  return [source, name, field?.name];
}

describe('a field that nobody names', () => {
  test.each([
    ['status', { State: 'state[1]' }, 'State'],
    ['status', { Stage: 'state[1]' }, 'Stage'],
    ['status', { Стадия: 'state[1]', State: 'enum[1]' }, 'Стадия'],
    ['status', { Stage: 'state[1]', state: 'state[1]' }, 'state'],
    ['status', { Stage: 'state[1]', Phase: 'state[1]' }, undefined],
    ['status', { Stage: 'state[1]', Phase: 'state[1]', State: 'enum[1]' }, 'State'],
    ['status', { State: 'enum[1]' }, 'State'],
    ['status', { State: 'State [1]' }, 'State'],
    ['status', { State: 'date' }, undefined],
    ['status', { Priority: 'enum[1]' }, undefined],
    ['status', {}, undefined],
    ['assignee', { Assignee: 'user[1]', Owner: 'user[1]' }, 'Assignee'],
    ['assignee', { assignee: 'user[*]' }, 'assignee'],
    ['assignee', { Owner: 'user[1]' }, undefined],
    ['assignee', { Assignee: 'string' }, undefined],
    ['deadline', { 'Due Date': 'date' }, 'Due Date'],
    ['deadline', { 'Due Date': 'date and time' }, 'Due Date'],
    ['deadline', { Until: 'date' }, undefined],
    ['deadline', { 'Due Date': 'period' }, undefined],
  ] as const)('holds the %s among %j: %s', (role, types, name) => {
    const usual = { status: 'State', assignee: 'Assignee', deadline: 'Due Date' };
    expect(chosen(role, { types })).toEqual(['default', name ?? usual[role], name]);
  });
});

describe('a field that is named', () => {
  const types = { State: 'state[1]', Стадия: 'enum[1]', Assignee: 'user[1]', 'Due Date': 'date' };

  test('holds, by the project’s word before the company’s, in any letter case', () => {
    expect(chosen('status', { types }, { status: 'СТАДИЯ' })).toEqual(['app', 'СТАДИЯ', 'Стадия']);
    const own = { trackerStatusField: ' стадия ' };
    expect(chosen('status', { types, own }, { status: 'State' })).toEqual(['project', 'стадия', 'Стадия']);
  });

  test.each([
    ['status', 'Due Date'],
    ['status', 'Assignee'],
    ['status', 'Nowhere'],
    ['deadline', 'State'],
    ['deadline', 'Assignee'],
    ['assignee', 'Due Date'],
    ['assignee', 'Стадия'],
  ] as const)('as the %s but is %s tells nothing, and no other field steps in', (role, name) => {
    expect(chosen(role, { types }, { [role]: name })).toEqual(['app', name, undefined]);
    const names = {
      status: 'trackerStatusField',
      deadline: 'trackerDeadlineField',
      assignee: 'trackerAssigneeField',
    };
    expect(chosen(role, { types, own: { [names[role]]: name } })).toEqual(['project', name, undefined]);
  });

  test('as something that is no text tells nothing, and is shown as it prints', () => {
    const project = fakeProject('DEMO', { store: { ...fakeStore({}), readText: () => fail('[1, 2]') } });
    expect(chooseField(project, settings, 'status')).toEqual({ source: 'project', name: '[1, 2]' });
  });

  test('that is blank is none', () => {
    const own = { trackerStatusField: ' ' };
    expect(chosen('status', { types, own })).toEqual(['default', 'State', 'State']);
  });
});

test('every type of YouTrack fits what it can hold', () => {
  const all = [
    ...['state[1]', 'enum[1]', 'enum[*]', 'version[1]', 'version[*]', 'build[1]', 'build[*]'],
    ...['ownedField[1]', 'ownedField[*]', 'user[1]', 'user[*]', 'group[1]', 'group[*]'],
    ...['date', 'date and time', 'period', 'integer', 'float', 'string', 'text'],
  ];
  const project = fakeProject('DEMO', { types: Object.fromEntries(all.map((type) => [type, type])) });
  const fitting = (role: FieldRole) => listFitting(project, role).map(({ type }) => type);
  expect(fitting('status')).toEqual([...all.slice(0, 9), 'string']);
  expect(fitting('assignee')).toEqual(['user[1]', 'user[*]']);
  expect(fitting('deadline')).toEqual(['date', 'date and time']);
});
