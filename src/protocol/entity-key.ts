import { limits } from './limits.ts';
import { patternOnUse } from './pattern-on-use.ts';

/** The kinds of YouTrack objects that can be linked. */
export type EntityKind = 'issue' | 'article' | 'project' | 'user';

/** All of them, in the order of answers. */
export const entityKinds: readonly EntityKind[] = ['issue', 'article', 'project', 'user'];

/** One way to read a key: an object of this kind, under this spelling. */
export interface KeyReading {
  readonly kind: EntityKind;
  readonly key: string;
}

/** A text that names one object and no other. */
export function toEntityName({ kind, key }: KeyReading): string {
  return `${kind} ${key}`;
}

/** A key as somebody wrote it, and what it can stand for, in the order to try; nothing where another kind is meant. */
export interface EntityKey {
  readonly written: string;
  readonly readings: readonly KeyReading[];
  /** The text is no key as it stands, but a blank in it may have been a plus: where that names nothing, it is malformed. */
  readonly isGuess?: true;
}

/** What a refused key should have looked like. */
export const expectedEntityKey =
  'the key of an issue (DEMO-1), article (DEMO-A-1), project (DEMO or project:DEMO) or user (jane or user:jane), or the address of its page';

// What short names of projects and logins are made of; everything a URL, a template or a query would trip over is out.
const wellFormed = patternOnUse(String.raw`^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@+'-]*$`, 'u');
// What is said to be a login may be one of a directory (CORP\jane) or an e-mail address of any kind.
const wellFormedLogin = patternOnUse(String.raw`^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.@+'\\!#$&*=~-]*$`, 'u');
// YouTrack's numbers are 32-bit integers: ten digits and more name nothing, and must not reach the server as a number.
const articleKey = /.-A-[1-9][0-9]{0,8}$/i;
const issueKey = /.-[1-9][0-9]{0,8}$/;
const prefixed = /^(user|project):(.*)/is;

/** Whether a text can be a key of this kind, or of any: not blank, not too long, and of nothing but what keys contain. */
export function isWellFormedKey(text: string, kind?: EntityKind): boolean {
  if (kind === 'user') return text.length <= limits.loginCharacters && wellFormedLogin().test(text);
  return text.length <= limits.keyCharacters && wellFormed().test(text);
}

/**
 * What a key can stand for: without a prefix it is tried as article, issue, project and user, as far as its shape allows.
 * Undefined where it is malformed. The limit is that of the bare key, so that a prefix never makes a good key too long. What
 * is said to be a login, by a prefix or by the kind meant, may be any login that YouTrack's own addresses take.
 */
export function findReadings(written: string, meant?: EntityKind): readonly KeyReading[] | undefined {
  const [, prefix, rest] = prefixed.exec(written) ?? [];
  const key = rest ?? written;
  const isLogin = prefix === undefined ? meant === 'user' : prefix.toLowerCase() === 'user';
  if (!isWellFormedKey(key, isLogin ? 'user' : undefined)) return undefined;
  const kinds: readonly EntityKind[] = isLogin ? ['user'] : kindsOf(key, prefix);
  return kinds.map((kind) => ({ kind, key }));
}

/** Whether a key has the shape of issues and articles, so that it is hardly meant as a login. */
export function isNumbered({ readings }: EntityKey): boolean {
  return readings.some(({ kind }) => kind === 'issue' || kind === 'article');
}

function kindsOf(key: string, prefix: string | undefined): EntityKind[] {
  if (prefix !== undefined) return ['project'];
  const kinds: EntityKind[] = ['project', 'user'];
  if (issueKey.test(key)) kinds.unshift('issue');
  if (articleKey.test(key)) kinds.unshift('article');
  return kinds;
}
