import type { OwnHost, Project, ProjectField } from '../ports/youtrack.ts';
import { choice } from '../protocol/choice.ts';
import { disclosures } from '../protocol/disclosure.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import {
  collectFields,
  type FieldParser,
  optional,
  parseJsonBody,
  type RawRequest,
} from '../protocol/read-request.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { listFitting, toStoredNames } from '../showing/project-fields.ts';
import { listProjectSettings } from './list-project-settings.ts';
import type { ProjectSettingsAnswer } from './project-settings-answer.ts';

/**
 * GET project `settings`: what the project of the address says of itself, and what holds in it (`getProjectSettings` of
 * docs/openapi.yaml). Refused as `not_found`.
 */
export function readProjectSettings(host: OwnHost): Result<Reply<ProjectSettingsAnswer>, Refusal> {
  const project = openProject(host);
  return project.ok ? succeed({ status: 200, body: toAnswer(host, project.value) }) : project;
}

/** POST project `settings`: an object, of whose members only the project knows what fits. */
export function parseProjectSettings(request: RawRequest): Result<JsonObject, Refusal> {
  return parseJsonBody(request.body);
}

/**
 * Replaces what the project of the address says of itself: what is absent or blank is cleared (`saveProjectSettings` of
 * docs/openapi.yaml). A level that is laxer than the company's is kept and does not hold.
 * Refused as `not_found`, `forbidden` without UPDATE_PROJECT, or `malformed` with everything that does not fit the project.
 */
export function writeProjectSettings(
  host: OwnHost,
  body: JsonObject,
): Result<Reply<ProjectSettingsAnswer>, Refusal> {
  const project = openProject(host);
  if (!project.ok) return project;
  if (!host.own.mayChangeLinks())
    return fail(
      refuse('foreign_settings', [fieldProblem('key', 'the permission UPDATE_PROJECT', host.own.key)]),
    );
  const said = parseSaid(project.value, body);
  if (!said.ok) return said;
  const { disclosure, statusField, deadlineField, assigneeField } = said.value;
  project.value.store.write({
    trackerDisclosure: disclosure,
    ...toStoredNames({ status: statusField, deadline: deadlineField, assignee: assigneeField }),
  });
  return succeed({ status: 200, body: toAnswer(host, project.value) });
}

function openProject({ own }: OwnHost): Result<Project, Refusal> {
  if (own.project === undefined || !own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  return succeed(own.project);
}

function toAnswer({ own, settings }: OwnHost, project: Project): ProjectSettingsAnswer {
  const mayEdit = own.mayChangeLinks();
  return { key: own.key, mayEdit, settings: listProjectSettings(project, settings, mayEdit) };
}

function parseSaid(project: Project, body: JsonObject) {
  const fieldOf = (role: Parameters<typeof listFitting>[1]) => optional(oneOf(listFitting(project, role)));
  return collectFields({
    disclosure: optional(choice(...disclosures))('disclosure', body.disclosure),
    statusField: fieldOf('status')('statusField', body.statusField),
    deadlineField: fieldOf('deadline')('deadlineField', body.deadlineField),
    assigneeField: fieldOf('assignee')('assigneeField', body.assigneeField),
  });
}

/** The name of one of these fields in any letter case, as the project spells it. */
function oneOf(fields: readonly ProjectField[]): FieldParser<string> {
  return (name, received) => {
    const wanted = typeof received === 'string' ? received.trim().toLowerCase() : undefined;
    const found = fields.find((field) => field.name.toLowerCase() === wanted);
    if (found !== undefined) return succeed(found.name);
    const names = fields.map((field) => field.name).join(', ');
    return fail([
      fieldProblem(name, `a field of this project that fits: ${names || 'it has none'}`, received),
    ]);
  };
}
