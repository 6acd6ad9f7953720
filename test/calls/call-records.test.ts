import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type CallRecords,
  callKinds,
  decodeCalls,
  encodeCalls,
  mergeCalls,
} from '../../src/calls/call-records.ts';

const record = fc.record({
  at: fc.integer({ min: 0, max: 3 }),
  address: fc.constantFrom('GET /a', 'GET /б'),
  status: fc.constantFrom(200, 404),
});
const calls: fc.Arbitrary<CallRecords> = fc
  .array(fc.tuple(fc.constantFrom(...callKinds), record))
  .map((pairs) => new Map(pairs));
const texts = (records: CallRecords) => encodeCalls(records);

describe('the last calls', () => {
  test('merge to the same in every order, however often', () => {
    fc.assert(
      fc.property(calls, calls, calls, (one, two, three) => {
        expect(texts(mergeCalls(one, two))).toBe(texts(mergeCalls(two, one)));
        expect(texts(mergeCalls(mergeCalls(one, two), three))).toBe(
          texts(mergeCalls(one, mergeCalls(two, three))),
        );
        expect(texts(mergeCalls(one, one))).toBe(texts(one));
      }),
    );
  });

  test('are read as they were written', () => {
    fc.assert(
      fc.property(calls, (one) => {
        const read = decodeCalls(encodeCalls(one));
        expect(read.ok && texts(read.value)).toBe(texts(one));
      }),
    );
  });

  test.each([undefined, ''])('are none where %j is stored', (text) => {
    expect(decodeCalls(text)).toEqual({ ok: true, value: new Map() });
  });

  test.each(['{', 'null', '[]', '{}', '{"version":2,"calls":{}}'])('are not understood in %s', (text) => {
    expect(decodeCalls(text)).toEqual({ ok: false, problem: text });
  });

  test('leave out a record that is none', () => {
    const text = '{"version":1,"calls":{"issue":{"at":"x"},"epic":{"at":1,"address":"GET /","status":200}}}';
    expect(decodeCalls(text)).toEqual({ ok: true, value: new Map() });
  });
});
