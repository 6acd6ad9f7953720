import { entityKinds } from '../protocol/entity-key.ts';
import { limits } from '../protocol/limits.ts';

/** A JSON schema, as far as tools need one. */
export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };

/** YouTrack objects by their keys or the addresses of their pages. */
export const keysArgument: Schema = {
  type: 'array',
  items: text,
  minItems: 1,
  maxItems: limits.entityIds,
  description:
    'YouTrack objects: keys of issues (DEMO-1) and articles (DEMO-A-1), project:DEMO, user:jane, or addresses of their pages',
};

export const kindArgument: Schema = {
  type: 'string',
  enum: entityKinds,
  description: 'Only objects of this kind',
};

/** Tracker issues by their keys or addresses. */
export function issueKeysArgument(maxItems: number): Schema {
  return {
    type: 'array',
    items: text,
    minItems: 1,
    maxItems,
    description: 'Issues of Yandex Tracker: keys (TEST-123) or addresses of their pages',
  };
}

/** An object of which all members but those marked are there. */
export function objectOf(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

export function listOfSchema(items: Schema): Schema {
  return { type: 'array', items };
}

/** What was done about one Tracker issue: keys of objects by what became of them. */
export function outcomeOf(...names: readonly string[]): Schema {
  const outcomes = Object.fromEntries(names.map((name) => [name, texts]));
  return objectOf({ issueKey: text, ...outcomes }, names);
}

const mirrorMembers: Readonly<Record<string, Schema>> = {
  state: { type: 'string', enum: ['mirrored', 'pending', 'failed'] },
  since: text,
  nextAt: text,
  problem: objectOf({ kind: text, sentence: text, said: text }, ['said']),
};

const mirrorOptional = ['since', 'nextAt', 'problem'];

const linkMembers: Readonly<Record<string, Schema>> = {
  issueKey: text,
  url: text,
  addedAt: text,
  addedBy: { type: 'string', description: 'A YouTrack login' },
  via: { type: 'string', enum: ['tracker', 'youtrack'], description: 'The side that made the link' },
  mirror: {
    ...objectOf(mirrorMembers, mirrorOptional),
    description: 'What Tracker knows of the link; absent where it is told nothing',
  },
};

/** The links of one YouTrack object. */
export const linksOfObject: Schema = objectOf(
  {
    key: text,
    links: listOfSchema(objectOf(linkMembers, ['mirror'])),
    owed: {
      ...listOfSchema(objectOf({ issueKey: text, url: text, ...mirrorMembers }, mirrorOptional)),
      description: 'Removals that Tracker has not been told yet',
    },
  },
  ['owed'],
);

/** The objects linked to one Tracker issue. */
export const linkedToIssue: Schema = objectOf({
  issueKey: text,
  links: listOfSchema(objectOf({ key: text, ...linkMembers }, ['mirror'])),
});
