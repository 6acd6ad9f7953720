import { parseProjectField } from '../administration/parse-project-field.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import { collectFields, type FieldParser, type RawRequest, readField } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';

/** Of which projects objects are wanted, to try addresses with. */
export interface SamplesQuery {
  readonly projects: readonly string[];
}

/** GET admin `samples?projects=DEMO,OPS`. */
export function parseSamplesQuery(request: RawRequest): Result<SamplesQuery, Refusal> {
  return collectFields({ projects: readField(request, 'projects', parseProjectsField) });
}

const parseProjectsField: FieldParser<readonly string[]> = (field, received) => {
  const expected = `1 to ${limits.sampleProjects} keys of projects, such as DEMO,OPS`;
  const keys = (typeof received === 'string' ? received.split(',') : []).map((key) =>
    parseProjectField(field, key),
  );
  const known = keys.flatMap((key) => (key.ok ? [key.value] : []));
  const isFine = keys.length > 0 && keys.length <= limits.sampleProjects && known.length === keys.length;
  return isFine ? succeed(known) : fail([fieldProblem(field, expected, received)]);
};
