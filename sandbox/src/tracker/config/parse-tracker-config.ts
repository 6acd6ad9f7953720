import type { z } from 'zod';
import { type TrackerConfig, trackerConfigSchema } from './tracker-config.ts';
import { TrackerConfigError } from './tracker-config-error.ts';

/**
 * Checks the `tracker` section of a world file and fills in what is left out; undefined is an empty Tracker.
 * @throws TrackerConfigError
 */
export function parseTrackerConfig(section: unknown): TrackerConfig {
  const parsed = parseWith(trackerConfigSchema, section ?? {}, 'tracker');
  const config = { ...parsed, queues: parsed.queues ?? queuesOfIssues(parsed.issues) };
  checkUnique(
    config.queues.map(({ key }) => key),
    'tracker.queues',
    'key',
  );
  checkUnique(
    config.users.map(({ login }) => login),
    'tracker.users',
    'login',
  );
  checkUnique(
    config.applications.map(({ id }) => id),
    'tracker.applications',
    'id',
  );
  checkIssues(config);
  checkLinks(config);
  return config;
}

/**
 * What a schema makes of a value.
 * @throws TrackerConfigError with the path below `root` of the first problem.
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  root: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problem = findSpecific(result.error.issues[0]);
  throw new TrackerConfigError(`${formatPath(root, problem.path)}: ${problem.message}`);
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a value that may have several shapes: what is wrong with the shape that was meant, else the shapes there are. */
function findSpecific(issue: z.core.$ZodIssue | undefined): Problem {
  if (issue?.code !== 'invalid_union') return { path: issue?.path ?? [], message: toSentence(issue) };
  const firsts = issue.errors.flatMap((issues) => issues.slice(0, 1));
  const meant = firsts.find((first) => first.code !== 'invalid_type' || first.path.length > 0);
  if (meant === undefined) return { path: issue.path, message: firsts.map(toSentence).join(', or ') };
  const { path, message } = findSpecific(meant);
  return { path: [...issue.path, ...path], message };
}

function toSentence(issue: z.core.$ZodIssue | undefined): string {
  return (issue?.message ?? 'is not valid').replace(/^Invalid input: /, '').replaceAll('\n', ' ');
}

function formatPath(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`),
    root,
  );
}

function queuesOfIssues(issues: TrackerConfig['issues']) {
  const keys = new Set(issues.map((issue) => queueOf(issue.key)));
  return [...keys].map((key) => ({ key, name: key, lastNumber: 0 }));
}

function checkUnique(names: readonly string[], list: string, property: string): void {
  const index = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (index >= 0)
    throw new TrackerConfigError(`${list}[${index}].${property}: ${names[index]} is there already`);
}

function checkIssues(config: TrackerConfig): void {
  const taken = new Set<string>();
  const queues = new Set(config.queues?.map((queue) => queue.key));
  config.issues.forEach((issue, index) => {
    const path = `tracker.issues[${index}]`;
    if (!queues.has(queueOf(issue.key))) {
      throw new TrackerConfigError(`${path}.key: queue ${queueOf(issue.key)} is not among tracker.queues`);
    }
    for (const key of [issue.key, ...issue.aliases]) {
      if (taken.has(key)) throw new TrackerConfigError(`${path}: ${key} names another issue already`);
      taken.add(key);
    }
  });
}

function checkLinks(config: TrackerConfig): void {
  const issues = new Set(config.issues.flatMap((issue) => [issue.key, ...issue.aliases]));
  const applications = new Set(config.applications.map((application) => application.id));
  config.links.forEach((link, index) => {
    const path = `tracker.links[${index}]`;
    if (!issues.has(link.issue))
      throw new TrackerConfigError(`${path}.issue: there is no issue ${link.issue}`);
    if (applications.has(link.application)) return;
    throw new TrackerConfigError(`${path}.application: no application ${link.application} is registered`);
  });
}

function queueOf(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}
