import { test } from '@jest/globals';
import type { scheduledFunctions } from '../../src/endpoints/scheduled-functions.ts';
import type { ScheduledName } from '../../src/ports/scheduled-call.ts';
import type { Host, OwnHost } from '../../src/ports/youtrack.ts';
import type { EntityInfo, Envelope, LinksAnswer, RefusalBody, Via } from '../../src/protocol/answers.ts';
import type { collectFields, FieldResult } from '../../src/protocol/read-request.ts';
import type { Refusal } from '../../src/protocol/refusal.ts';
import type { Result } from '../../src/result.ts';

/** Whether two types are the same; the compiler checks these tests, running them only keeps them in the list. */
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

function holds<_T extends true>(): void {}

test('info has the fields of the protocol and no others', () => {
  holds<
    Same<
      keyof EntityInfo,
      'key' | 'summary' | 'iconUrl' | 'status' | 'resolution' | 'assignee' | 'updated' | 'deadline'
    >
  >();
  holds<Same<Pick<EntityInfo, 'key' | 'summary'>, { readonly key: string; readonly summary: string }>>();
});

test('an envelope says which of its two shapes it is', () => {
  holds<Same<Extract<Envelope<LinksAnswer>, { ok: true }>['data'], LinksAnswer>>();
  holds<Same<Extract<Envelope<LinksAnswer>, { ok: false }>['problem'], RefusalBody>>();
});

test('collected fields keep their types', () => {
  type Fields = { issueKey: FieldResult<string>; via: FieldResult<Via | undefined> };
  type Collected = ReturnType<typeof collectFields<Fields>>;
  holds<Same<Collected, Result<{ issueKey: string; via: Via | undefined }, Refusal>>>();
});

test('every function that can be scheduled is there to be run', () => {
  holds<ScheduledName extends keyof typeof scheduledFunctions ? true : false>();
});

test('what runs on a plain host runs in every scope', () => {
  holds<OwnHost extends Host ? true : false>();
});
