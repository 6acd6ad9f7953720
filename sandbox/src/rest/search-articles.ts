import { SearchError } from '../context/search/search-error.ts';
import { textCondition } from '../context/search/text-condition.ts';
import { findProject, findUser } from '../world/lookup.ts';
import type { Id } from '../world/transaction.ts';
import { foldCase, idsIn } from '../world/values.ts';
import type { RestCall } from './rest-call.ts';

type Condition = (article: Id) => boolean;
type Place = Pick<RestCall, 'tx' | 'user'>;

/** What a query can ask of articles, besides words. */
const attributes: Readonly<Record<string, (place: Place, value: string) => Condition>> = {
  project: ({ tx }, value) =>
    refersTo(tx, 'project', findProject(tx, value) ?? tx.find('Project', 'name', value)[0]),
  author: ({ tx, user }, value) => refersTo(tx, 'author', userOf({ tx, user }, value)),
  'updated by': ({ tx, user }, value) => refersTo(tx, 'updatedBy', userOf({ tx, user }, value)),
  tag: ({ tx }, value) => {
    const tags = tx.find('Tag', 'name', value);
    return (article) => idsIn(tx.get(article, 'tags')).some((tag) => tags.includes(tag));
  },
  title: ({ tx }, value) => textCondition(tx, value, ['summary']),
  summary: ({ tx }, value) => textCondition(tx, value, ['summary']),
  content: ({ tx }, value) => textCondition(tx, value, ['content']),
};

/** `name: value`, a phrase in quotes, or a word; a value with blanks stands in braces. */
const term = /(?:(updated by|[a-z]+):\s*(?:\{([^}]*)\}|(\S+)))|"([^"]*)"|(\S+)/giu;

/**
 * The condition of a `query` on articles: words and phrases of title and content, `project:`, `author:`, `updated by:`, `tag:`,
 * `title:`, `content:`; all of them must hold.
 * @throws SearchError on anything else, rather than passing it over
 */
export function articleCondition(place: Place, query: string): Condition {
  const conditions = [...query.matchAll(term)].map(([, name, braced, plain, phrase, word]) => {
    if (name !== undefined) return attributeCondition(place, name, braced ?? plain ?? '');
    return textCondition(place.tx, phrase ?? word ?? '', ['summary', 'content']);
  });
  return (article) => conditions.every((holds) => holds(article));
}

function attributeCondition(place: Place, name: string, value: string): Condition {
  const attribute = Object.hasOwn(attributes, foldCase(name)) ? attributes[foldCase(name)] : undefined;
  if (attribute === undefined)
    throw new SearchError(`'${name}:' in a search for articles is not emulated by the sandbox`);
  return attribute(place, value);
}

function refersTo(tx: Place['tx'], property: string, target: Id | undefined): Condition {
  return (article) => target !== undefined && idsIn(tx.get(article, property)).includes(target);
}

function userOf({ tx, user }: Place, text: string): Id | undefined {
  return foldCase(text) === 'me' ? user : findUser(tx, text);
}
