import { expect } from '@jest/globals';
import type { Case, Expected, ExpectedRemoval, ExpectedTwin, Sent, Step } from './case.ts';

/** The part of a URL between the server's root and the endpoint, for one entity or for none. */
export const scope = {
  issue: (id: string) => `/api/issues/${id}/extensionEndpoints/tracker-links/issue`,
  article: (id: string) => `/api/articles/${id}/extensionEndpoints/tracker-links/article`,
  project: (id: string) => `/api/admin/projects/${id}/extensionEndpoints/tracker-links/project`,
  user: (id: string) => `/api/users/${id}/extensionEndpoints/tracker-links/user`,
  global: '/api/extensionEndpoints/tracker-links/global',
  admin: '/api/extensionEndpoints/tracker-links/admin',
} as const;

type Caller = string | null;

export function get(path: string, as: Caller = 'jane'): Sent {
  return { method: 'GET', path, as };
}

export function post(path: string, body: unknown, as: Caller = 'jane'): Sent {
  return { method: 'POST', path, as, body };
}

export function put(path: string, body: unknown, as: Caller = 'jane'): Sent {
  return { method: 'PUT', path, as, body };
}

export function del(path: string, as: Caller = 'jane'): Sent {
  return { method: 'DELETE', path, as };
}

export function step(sent: Sent, expected: Expected | ExpectedRemoval | ExpectedTwin): Step {
  return { sent, expected };
}

/** A case of one request. */
export function rule(title: string, sent: Sent, expected: Expected | ExpectedRemoval | ExpectedTwin): Case {
  return { title, steps: [step(sent, expected)] };
}

/** A case of several requests, one after another. */
export function story(title: string, ...steps: readonly Step[]): Case {
  return { title, steps };
}

export function ok(body: unknown): Expected {
  return { status: 200, body };
}

export function linked(issueKey: string, ...keys: readonly string[]): Expected {
  return ok({ issueKey, linked: keys, alreadyLinked: [] });
}

export function alreadyLinked(issueKey: string, ...keys: readonly string[]): Expected {
  return ok({ issueKey, linked: [], alreadyLinked: keys });
}

export function removed(issueKey: string, ...keys: readonly string[]): ExpectedRemoval {
  return { removes: { issueKey, keys } };
}

export function notLinked(issueKey: string, ...keys: readonly string[]): Expected {
  return ok({ issueKey, removed: [], notLinked: keys });
}

/** The Tracker keys that `links` lists for an entity, in the order of keys. */
export function lists(key: string, ...issueKeys: readonly string[]): Expected {
  return ok({ key, links: issueKeys.map((issueKey) => expect.objectContaining({ issueKey })) });
}

const statusOf = {
  malformed: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
} as const;

/** A refusal by the app, in the words of the protocol; `fields` are the ones it must name, all of them. */
export function refused(error: keyof typeof statusOf, ...fields: readonly string[]): Expected {
  return { status: statusOf[error], body: refusal(error, ...fields) };
}

/** The body of a refusal. */
export function refusal(error: keyof typeof statusOf, ...fields: readonly string[]): unknown {
  return {
    error,
    error_description: expect.stringMatching(/^\S.*\S$/),
    problems:
      fields.length === 0
        ? expect.any(Array)
        : fields.map((field) => ({ field, expected: expect.any(String), received: expect.any(String) })),
  };
}
