import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  contentOf,
  kindOf,
  readEntities,
  readEntity,
  writeEntities,
  writeEntity,
  writeString,
} from '../../src/api/wire.ts';

describe('values that cross into a realm', () => {
  test('any text comes out as it went in, and is never taken for anything else', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string().map((text) => `\u0001${text}`),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const wire = writeString(text);
        expect(kindOf(wire) === 'plain' ? wire : contentOf(wire)).toBe(text);
        expect(['plain', 'string']).toContain(kindOf(wire));
      }),
    );
  });

  test('entities come out as they went in', () => {
    const entity = fc.record({
      type: fc.constantFrom('Issue', 'User', 'EnumField'),
      id: fc.tuple(fc.nat(), fc.nat()).map((parts) => parts.join('-')),
    });
    fc.assert(
      fc.property(fc.array(entity), entity, (entities, one) => {
        expect(readEntities(writeEntities(entities))).toEqual(entities);
        expect(readEntity(writeEntity(one.type, one.id))).toEqual(one);
      }),
    );
  });
});
