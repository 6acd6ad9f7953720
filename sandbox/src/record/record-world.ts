import type { KnownServer } from '../remote/check-server.ts';
import { StartError } from '../server/start-error.ts';
import { compact, nameIfAny, namesOf } from './anonymize.ts';
import * as contents from './content-shapes.ts';
import { describeArticle, describeIssue } from './describe-issues.ts';
import { describeGroups, describeUsers, readGroups, readUsers } from './describe-people.ts';
import { type DescribedProject, describeProject } from './describe-projects.ts';
import { readRights } from './describe-rights.ts';
import { createPseudonyms, type Pseudonyms } from './pseudonyms.ts';
import { type Reading, readList } from './read-list.ts';
import * as shapes from './shapes.ts';

export interface RecordQuestion {
  /** Keys of the projects to record; all that the token's owner sees when empty. */
  readonly projects: readonly string[];
  /** The most issues of one project, the newest ones; and the most articles. */
  readonly limit: number;
  readonly server: KnownServer;
}

/**
 * Reads a server into the JSON of a world file in which nobody and nothing is called as it is there.
 * @throws StartError when a project is not there, or the server answers something else than YouTrack does
 */
export async function recordWorld(reading: Reading, question: RecordQuestion) {
  const names = createPseudonyms();
  const users = await readUsers(reading, names);
  const { members, teams } = await readGroups(reading, names);
  const remotes = await readProjects(reading, question.projects);
  const projects: DescribedProject[] = [];
  for (const remote of remotes)
    projects.push(await describeProject(reading, names, { remote, team: teams.get(remote.shortName) }));
  const keys = new Set(remotes.map(({ shortName }) => shortName));
  const content = await readContent(reading, { names, projects, limit: question.limit });
  const [linkTypes, workItemTypes] = [await readLinkTypes(reading), await readWorkItemTypes(reading)];
  const recorded = new Set(content.issues.map(({ id }) => id));
  const [tags, boards] = [
    await readTags(reading, names),
    await readBoards(reading, { names, keys, recorded }),
  ];
  const owner = names.user(question.server.login);
  const permissions = await readRights(reading, names, { keys, owner });
  return {
    users: describeUsers(names, users),
    ...compact({ groups: describeGroups(names, members), permissions }),
    projects: projects.map(({ project }) => project),
    ...compact({ linkTypes, workItemTypes, tags, boards }),
    ...compact(content),
  };
}

async function readProjects(reading: Reading, wanted: readonly string[]) {
  const path = `/api/admin/projects?fields=${shapes.projectFields}`;
  const all = await readList(reading, { what: 'projects', path, schema: shapes.projectShape });
  const missing = wanted.find((key) => !all.some(({ shortName }) => shortName === key));
  if (missing !== undefined)
    throw new StartError(
      `There is no project ${missing} that the token's owner sees; there are ${all.map(({ shortName }) => shortName).join(', ') || 'none'}`,
    );
  return wanted.length === 0 ? all : all.filter(({ shortName }) => wanted.includes(shortName));
}

interface ContentQuestion {
  readonly names: Pseudonyms;
  readonly projects: readonly DescribedProject[];
  readonly limit: number;
}

/** Issues with the work on them, and articles. All ids are known before the first is described: links lead to others. */
async function readContent(reading: Reading, { names, projects, limit }: ContentQuestion) {
  const read = [];
  for (const { project, kinds } of projects)
    read.push({ kinds, ...(await readProjectContent(reading, project.key, limit)) });
  const ids = new Set(
    read.flatMap((one) => [...one.issues, ...one.articles]).map(({ idReadable }) => idReadable),
  );
  const isRecorded = (id: string) => ids.has(id);
  return {
    issues: read.flatMap(({ issues, workItems, kinds }) =>
      issues.map((issue) => {
        const own = workItems.filter((item) => item.issue?.idReadable === issue.idReadable);
        return describeIssue(issue, { names, kinds, isRecorded, workItems: own });
      }),
    ),
    articles: read.flatMap(({ articles }) =>
      articles.map((article) => describeArticle(article, { names, isRecorded })),
    ),
  };
}

async function readProjectContent(reading: Reading, key: string, limit: number) {
  const query = (text: string) => encodeURIComponent(text);
  const issues = await readList(reading, {
    what: `issues of ${key}`,
    path: `/api/issues?query=${query(`project: {${key}} sort by: created desc`)}&fields=${contents.issueFields}`,
    schema: contents.issueShape,
    limit,
  });
  if (issues.length === limit)
    reading.onNotice(`Of ${key} there are the newest ${limit} issues; --limit says how many.`);
  const articles = await readList(reading, {
    what: `articles of ${key}`,
    path: `/api/admin/projects/${key}/articles?fields=${contents.articleFields}`,
    schema: contents.articleShape,
    limit,
  });
  const workItems = await readList(reading, {
    what: `work in ${key}`,
    path: `/api/workItems?query=${query(`project: {${key}}`)}&fields=${contents.workItemFields}`,
    schema: contents.workItemShape,
  });
  const numberOf = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1));
  issues.sort((a, b) => numberOf(a.idReadable) - numberOf(b.idReadable));
  return { issues, articles, workItems };
}

/** The link types every YouTrack has are in every world already. */
const defaultLinks = new Set(['relates', 'depend', 'duplicate', 'subtask']);

async function readLinkTypes(reading: Reading) {
  const path = `/api/issueLinkTypes?fields=${contents.linkTypeFields}`;
  const types = await readList(reading, { what: 'link types', path, schema: contents.linkTypeShape });
  return types.flatMap(({ name, sourceToTarget, targetToSource, directed }) => {
    if (!sourceToTarget || defaultLinks.has(name.toLowerCase())) return [];
    const inward = directed === true && targetToSource ? { inward: targetToSource } : {};
    return [{ name, outward: sourceToTarget, ...inward }];
  });
}

async function readWorkItemTypes(reading: Reading): Promise<string[]> {
  const path = '/api/admin/timeTrackingSettings/workItemTypes?fields=name';
  const types = await readList(reading, { what: 'types of work', path, schema: contents.tagShape });
  return types.map(({ name }) => name);
}

async function readTags(reading: Reading, names: Pseudonyms) {
  const path = `/api/tags?fields=${contents.tagFields}`;
  const tags = await readList(reading, { what: 'tags', path, schema: contents.tagShape });
  return tags.map(({ name, owner, tagSharingSettings: sharing }) => ({
    name: names.tag(name),
    ...compact({
      owner: nameIfAny(names, owner),
      users: namesOf(names, sharing?.permittedUsers),
      groups: (sharing?.permittedGroups ?? []).map((group) => names.group(group)),
    }),
  }));
}

interface BoardsQuestion {
  readonly names: Pseudonyms;
  readonly keys: ReadonlySet<string>;
  /** Ids of the recorded issues. */
  readonly recorded: ReadonlySet<string>;
}

async function readBoards(reading: Reading, { names, keys, recorded }: BoardsQuestion) {
  const path = `/api/agiles?fields=${contents.boardFields}`;
  const boards = await readList(reading, { what: 'boards', path, schema: contents.boardShape });
  return boards.flatMap(({ name, owner, projects, sprints, currentSprint }) => {
    const own = (projects ?? []).map(({ shortName }) => shortName).filter((key) => keys.has(key));
    if (own.length === 0) return [];
    const described = (sprints ?? []).map(({ name: of, start, finish, archived, issues }, index) => ({
      of,
      sprint: {
        name: `Sprint ${index + 1}`,
        ...compact({
          ...{ start, finish, archived },
          issues: (issues ?? []).map(({ idReadable }) => idReadable).filter((id) => recorded.has(id)),
        }),
      },
    }));
    return [
      {
        name: names.board(name),
        projects: own,
        ...compact({
          owner: nameIfAny(names, owner),
          currentSprint: described.find(({ of }) => of === currentSprint?.name)?.sprint.name,
          sprints: described.map(({ sprint }) => sprint),
        }),
      },
    ];
  });
}
