import { laterMembers } from '../api/later-members.ts';
import type { RealmError } from './realm.ts';

const editions = new Map(
  laterMembers.flatMap(([edition, members]) =>
    members.map((member) => [member.slice(member.lastIndexOf('.') + 1), edition] as const),
  ),
);

/** Says of an error over something that is not there that it came with an edition which servers may lack. */
export function explainLaterMember(error: RealmError): RealmError {
  if (error.name !== 'TypeError' && error.name !== 'ReferenceError') return error;
  const [, name = ''] =
    /(?<![\w$])([\w$]+)(?:\(\.\.\.\))? is not (?:a function|a constructor|defined)/.exec(error.message) ?? [];
  const edition = editions.get(name);
  if (edition === undefined) return error;
  const hint = `${name} came with ${edition}, which a server's engine may lack; --engine node leaves it in`;
  return { ...error, message: `${error.message} (${hint})` };
}
