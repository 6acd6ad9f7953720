import { decodeEntries } from '../links/link-codec.ts';
import { type LinkSet, noLinks, type Stamp } from '../links/link-set.ts';
import { decodeOwedEntries } from '../links/owed-codec.ts';
import { nothingOwed, type OwedSet } from '../links/owed-set.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { TrackerIdentity } from '../ports/youtrack.ts';
import { choice } from '../protocol/choice.ts';
import { disclosures } from '../protocol/disclosure.ts';
import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { isJsonObject } from '../protocol/json-object.ts';
import { limits } from '../protocol/limits.ts';
import { listOf, textField, textUpTo } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import {
  collectFields,
  type FieldParser,
  type FieldResult,
  optional,
  parseJsonBody,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { parseTrackerLogin, parseTrackerUid } from '../protocol/tracker-identity.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { ProjectSettingsView } from './transfer-answer.ts';

/** Which page of everything that is kept, with these projects. */
export interface ExportQuery extends Paging {
  readonly projects: readonly string[];
}

/** Objects of a file, and whether they are only compared. */
export interface ImportRequest {
  readonly isDryRun: boolean;
  readonly objects: readonly GivenObject[];
}

/** One object of a file, as far as it can be imported. */
export interface GivenObject {
  readonly kind: EntityKind;
  readonly key: string;
  readonly links: LinkSet;
  readonly owed: OwedSet;
  readonly identity: TrackerIdentity;
  readonly settings: ProjectSettingsView;
}

const projectList = textField((text) => {
  const keys = text.split(',').map((key) => key.trim());
  const isFine = keys.length <= limits.entityIds && keys.every((key) => key.length <= limits.keyCharacters);
  return isFine
    ? succeed(keys.filter((key) => key !== ''))
    : fail(`at most ${limits.entityIds} keys of projects`);
});

/** GET admin `export?projects=&skip=&top=`. */
export function parseExportQuery(request: RawRequest): Result<ExportQuery, Refusal> {
  const projects = readOptionalField(request, 'projects', projectList);
  return collectFields({
    projects: projects.ok ? succeed(projects.value ?? []) : projects,
    ...readPaging(request, limits.pageEntities),
  });
}

/** POST admin `import` `{"dryRun", "objects"}`. An object whose links are many may come in several parts. */
export function parseImport(request: RawRequest): Result<ImportRequest, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const { dryRun, objects } = body.value;
  if (Array.isArray(objects) && objects.length > limits.entityIds)
    return fail(
      refuse('too_many_ids', [
        fieldProblem('objects', `at most ${limits.entityIds} objects`, objects.length),
      ]),
    );
  return collectFields({
    isDryRun: parseFlag('dryRun', dryRun),
    objects: listOf(parseObject, limits.entityIds)('objects', objects),
  });
}

const parseFlag: FieldParser<boolean> = (field, received) =>
  typeof received === 'boolean' ? succeed(received) : fail([fieldProblem(field, 'true or false', received)]);

const parseObject: FieldParser<GivenObject> = (field, received) => {
  if (!isJsonObject(received)) return fail([fieldProblem(field, 'an object of an exported file', received)]);
  const { kind, key, links, owed, identity, settings } = received;
  return joinFields({
    kind: choice(...entityKinds)(`${field}.kind`, kind),
    key: textUpTo(limits.loginCharacters)(`${field}.key`, key),
    links: parseLinks(`${field}.links`, links),
    owed: parseOwed(`${field}.owed`, owed),
    identity: parseIdentity(`${field}.identity`, identity),
    settings: parseSettings(`${field}.settings`, settings),
  });
};

const parseLinks: FieldParser<LinkSet> = (field, received) => {
  if (received === undefined) return succeed(noLinks);
  const links = Array.isArray(received) ? decodeEntries(received) : undefined;
  if (links !== undefined && hasFitLogins(links)) return succeed(links);
  return fail([fieldProblem(field, 'entries such as "TEST-1 +1767225600000 youtrack jane"', received)]);
};

/** Longer logins than are kept would take the room that removals are sure to have. */
function hasFitLogins(links: LinkSet): boolean {
  const isFit = (stamp: Stamp | undefined) => (stamp?.by.length ?? 0) <= storageLimits.loginCharacters;
  return [...links.values()].every(({ added, removed }) => isFit(added) && isFit(removed));
}

const parseOwed: FieldParser<OwedSet> = (field, received) => {
  if (received === undefined) return succeed(nothingOwed);
  const owed = Array.isArray(received) ? decodeOwedEntries(received) : undefined;
  if (owed !== undefined) return succeed(owed);
  return fail([fieldProblem(field, 'entries as they were exported', received)]);
};

const parseIdentity: FieldParser<TrackerIdentity> = (field, received) => {
  const given = received === undefined ? {} : received;
  if (!isJsonObject(given)) return fail([fieldProblem(field, 'an identity as it was exported', received)]);
  const identity = joinFields({
    login: optional(textField(parseTrackerLogin))(`${field}.login`, given.login),
    trackerUid: optional(textField(parseTrackerUid))(`${field}.trackerUid`, given.trackerUid),
    passportUid: optional(textField(parseTrackerUid))(`${field}.passportUid`, given.passportUid),
  });
  return identity.ok ? succeed(withoutUnset(identity.value)) : identity;
};

const parseSettings: FieldParser<ProjectSettingsView> = (field, received) => {
  const given = received === undefined ? {} : received;
  if (!isJsonObject(given)) return fail([fieldProblem(field, 'settings as they were exported', received)]);
  const fieldName = optional(textUpTo(limits.inputCharacters));
  const settings = joinFields({
    disclosure: optional(choice(...disclosures))(`${field}.disclosure`, given.disclosure),
    statusField: fieldName(`${field}.statusField`, given.statusField),
    assigneeField: fieldName(`${field}.assigneeField`, given.assigneeField),
    deadlineField: fieldName(`${field}.deadlineField`, given.deadlineField),
  });
  return settings.ok ? succeed(withoutUnset(settings.value)) : settings;
};

type Given<T> = { readonly [Name in keyof T]?: NonNullable<T[Name]> };

function withoutUnset<T extends object>(members: T): Given<T> {
  // Only members that are unset are left out; the compiler cannot follow a loop over names.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** The same as `collectFields` for the members of an object inside a request. */
function joinFields<Fields extends Record<string, FieldResult<unknown>>>(fields: Fields) {
  const joined = collectFields(fields);
  return joined.ok ? joined : fail(joined.problem.problems);
}
