import { fail, type Result, succeed } from '../result.ts';
import { limits } from './limits.ts';

/** The kinds of YouTrack objects that can be linked. */
export type EntityKind = 'issue' | 'article' | 'project' | 'user';

/** All of them, in the order of answers. */
export const entityKinds: readonly EntityKind[] = ['issue', 'article', 'project', 'user'];

/** One way to read a key: an object of this kind, under this spelling. */
export interface KeyReading {
  readonly kind: EntityKind;
  readonly key: string;
}

/** A key as somebody wrote it, and what it can stand for, in the order to try. */
export interface EntityKey {
  readonly written: string;
  readonly readings: readonly KeyReading[];
}

const expectedEntityKey =
  'the key of an issue (DEMO-1), article (DEMO-A-1), project (DEMO or project:DEMO) or user (jane or user:jane)';

// What short names of projects and logins are made of; everything a URL, a template or a query would trip over is out.
const wellFormed = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@+'-]*$/u;
// YouTrack's numbers are 32-bit integers: ten digits and more name nothing, and must not reach the server as a number.
const articleKey = /^.+-A-[1-9][0-9]{0,8}$/i;
const issueKey = /^.+-[1-9][0-9]{0,8}$/;
const prefixed = /^(user|project):(.*)$/is;

/**
 * Reads the key of a YouTrack object. Without a prefix it is tried as article, issue, project and user, as far as its
 * shape allows. One that is blank, too long or contains what no key contains is refused with what it should have looked like.
 */
export function parseEntityKey(text: string): Result<EntityKey, string> {
  const written = text.trim();
  const [, prefix, rest] = prefixed.exec(written) ?? [];
  const key = rest ?? written;
  if (key.length > limits.keyCharacters || !wellFormed.test(key)) return fail(expectedEntityKey);
  const kinds = kindsOf(key, prefix?.toLowerCase());
  return succeed({ written, readings: kinds.map((kind) => ({ kind, key })) });
}

function kindsOf(key: string, prefix: string | undefined): EntityKind[] {
  if (prefix === 'user') return ['user'];
  if (prefix === 'project') return ['project'];
  const kinds: EntityKind[] = ['project', 'user'];
  if (issueKey.test(key)) kinds.unshift('issue');
  if (articleKey.test(key)) kinds.unshift('article');
  return kinds;
}
