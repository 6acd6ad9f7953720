import { toGlobalPath } from '../../../src/protocol/addresses.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { FieldVariable } from './read-variable.ts';

/** What the trigger depends on. */
export interface TriggerOptions {
  /** Where YouTrack is, without a slash at the end. */
  readonly baseUrl: string;
  /** What the field names. */
  readonly kind: EntityKind;
  readonly variable: FieldVariable;
}

/** The fields of Tracker's form for the action "HTTP request", in its order; the token is entered by whoever has it. */
export const triggerFields = [
  'method',
  'address',
  'authorization',
  'header',
  'tokenType',
  'contentType',
  'body',
] as const;

/**
 * What to enter in a trigger that sets the links of a Tracker issue to what a field names, whenever that changes. The format
 * `json` puts a text in quotes and a list in brackets; of an empty field there is an empty text, or nothing.
 */
export function toTrigger({
  baseUrl,
  kind,
  variable,
}: TriggerOptions): Readonly<Record<(typeof triggerFields)[number], string>> {
  return {
    method: 'PUT',
    address: `${baseUrl}${toGlobalPath('links')}?kind=${kind}`,
    authorization: 'OAuth 2.0',
    header: 'Authorization',
    tokenType: 'Bearer',
    contentType: 'application/json',
    body: `{"issueKey": "{{issue.key}}", "entityIds": [{{${variable}.json}}]}`,
  };
}
