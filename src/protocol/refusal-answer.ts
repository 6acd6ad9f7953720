import type { RefusalBody, RefusalCode } from './answers.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

interface Verdict {
  readonly code: RefusalCode;
  readonly status: number;
  readonly sentence: string;
}

const verdicts: Readonly<Record<RefusalReason, Verdict>> = {
  malformed: {
    code: 'malformed',
    status: 400,
    sentence: 'The request cannot be understood. Correct the fields named in "problems" and send it again.',
  },
  unfilled_variable: {
    code: 'malformed',
    status: 400,
    sentence:
      'A variable came as it is written, without its value, so nothing was changed. Check that it is spelled like the key of the field, and that the field belongs to this queue.',
  },
  forbidden: {
    code: 'forbidden',
    status: 403,
    sentence:
      'You can see this object, but may not change its links. Ask its project\'s administrator for the permission named in "problems".',
  },
  foreign_identity: {
    code: 'forbidden',
    status: 403,
    sentence:
      'You may neither read nor change who somebody else is in Tracker. Ask a YouTrack administrator for the permission named in "problems".',
  },
  foreign_settings: {
    code: 'forbidden',
    status: 403,
    sentence:
      'You can see this project, but may not change what it tells Tracker. Ask its administrator for the permission named in "problems".',
  },
  not_administrator: {
    code: 'forbidden',
    status: 403,
    sentence:
      'Only people who administer apps may see this. Ask a YouTrack administrator for the permission named in "problems".',
  },
  not_found: {
    code: 'not_found',
    status: 404,
    sentence: 'There is no such object, or you may not see it. Check the key and what your account may see.',
  },
  unreadable_links: {
    code: 'conflict',
    status: 409,
    sentence:
      'The links stored on this object cannot be read, so nothing was changed. Ask a YouTrack administrator to repair the stored value.',
  },
  newer_links: {
    code: 'conflict',
    status: 409,
    sentence:
      'The links stored on this object were written by a newer version of this app, so nothing was changed. Ask a YouTrack administrator to update the app.',
  },
  body_too_large: {
    code: 'too_large',
    status: 413,
    sentence: 'The request body is too large. Send several smaller requests.',
  },
  too_many_ids: {
    code: 'too_large',
    status: 413,
    sentence: 'The request names too many objects. Send several requests with fewer objects each.',
  },
  too_many_links: {
    code: 'too_large',
    status: 413,
    sentence: 'This object has as many links as it can hold. Remove some before adding another one.',
  },
  no_room: {
    code: 'too_large',
    status: 413,
    sentence:
      'So many links of this object were removed within the last day that there is no room to store this, and nothing was changed. Try again tomorrow.',
  },
  upstream: {
    code: 'upstream',
    status: 502,
    sentence:
      'YouTrack could not do this, and nothing was changed. Try again later; if it happens again, show a YouTrack administrator the log of this app.',
  },
};

/** The HTTP status of a refusal. */
export function statusOf(refusal: Refusal): number {
  return verdicts[refusal.reason].status;
}

/** The JSON body of a refusal. */
export function toRefusalBody(refusal: Refusal): RefusalBody {
  const { code, sentence } = verdicts[refusal.reason];
  return { error: code, error_description: sentence, problems: refusal.problems };
}

/** A refusal in words, for whoever reads a text in place of JSON: a person who typed a command, an agent. */
export function toRefusalText(refusal: Refusal): string {
  const { sentence } = verdicts[refusal.reason];
  const problems = refusal.problems.map(
    ({ field, expected, received }) => `${field}: expected ${expected}, received ${received}`,
  );
  return problems.length === 0 ? sentence : `${sentence} Problems: ${problems.join('; ')}.`;
}
