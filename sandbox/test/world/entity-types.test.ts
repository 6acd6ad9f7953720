import { describe, expect, test } from '@jest/globals';
import { entityTypes, isA, propertiesOf, typeAliases, typeNumbers } from '../../src/world/entity-types.ts';

const all = [...entityTypes.values()];

describe('entity types', () => {
  test('extend types that there are', () => {
    const missing = all.filter((type) => type.extends !== undefined && !entityTypes.has(type.extends));

    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('refer to types that there are', () => {
    const targets = all.flatMap(({ name }) => Object.values(propertiesOf(name)).map(({ type }) => type));

    const missing = targets.filter((type) => type !== undefined && !entityTypes.has(type));

    expect([...new Set(missing)]).toEqual([]);
  });

  test('have sets that other entities refer back to by a property these have', () => {
    const broken = all.flatMap(({ name, properties }) =>
      Object.entries(properties)
        .filter(([, { type = '', inverse }]) => inverse !== undefined && !(inverse in propertiesOf(type)))
        .map(([property]) => `${name}.${property}`),
    );

    expect(broken).toEqual([]);
  });

  test('have numbers of their own for internal ids when they are stored', () => {
    const numbers = [...typeNumbers.values()];

    expect(new Set(numbers).size).toBe(numbers.length);
    expect(
      ['Project', 'User', 'Issue', 'UserGroup', 'IssueComment'].map((name) => typeNumbers.get(name)),
    ).toEqual([0, 1, 2, 3, 4]);
  });

  test('have the properties of those they extend', () => {
    expect(Object.keys(propertiesOf('IssueComment'))).toEqual(
      expect.arrayContaining(['text', 'created', 'author', 'permittedGroups', 'isNew']),
    );
    expect(propertiesOf('Unheard')).toEqual({});
  });

  test('know their ancestors', () => {
    expect(isA('State', 'Field')).toBe(true);
    expect(isA('PeriodProjectCustomField', 'ProjectCustomField')).toBe(true);
    expect(isA('Field', 'State')).toBe(false);
  });

  test('have other names that stand for types there are', () => {
    expect(Object.values(typeAliases).every((name) => entityTypes.has(name))).toBe(true);
  });
});
