import type { Entity, GlobalHost } from '../../../src/ports/ports.ts';
import type { KeyReading } from '../../../src/protocol/entity-key.ts';
import { readSettings } from '../../../src/youtrack/read-settings.ts';
import { type MemoryView, memoryArticle, memoryIssue, memoryProject, memoryUser } from './memory-entities.ts';

/**
 * YouTrack in memory: a second thing behind the port types, so that the operations are shown to need nothing else.
 * Scheduled functions never run here: nothing overlaps, so there is nothing to put right.
 */
export function createMemoryHost(view: MemoryView, project: string | undefined): GlobalHost {
  const { settings, projectSettings } = view.world.apps['tracker-links'];
  return {
    caller: { login: view.login },
    clock: { now: () => Date.now(), random: () => 0.5 },
    settings: readSettings({ ...settings, ...projectSettings[project ?? ''] }),
    findEntity: (reading) => findInMemory(view, reading),
    listLinkedEntities: () => allEntities(view).filter(({ links }) => links.hasLinks()),
    searchIssues: (text, atMost) =>
      view.world.issues
        .filter(({ summary }) => hasWords(summary, text))
        .map((issue) => memoryIssue(view, issue))
        .filter((issue) => issue.isVisible())
        .slice(0, atMost),
    schedule: () => undefined,
  };
}

/** The entity of a key, in any letter case, or under a former key. */
export function findInMemory(view: MemoryView, { kind, key }: KeyReading): Entity | undefined {
  const { issues, articles, projects, users } = view.world;
  const isMeant = (other: string) => other.toLowerCase() === key.toLowerCase();
  switch (kind) {
    case 'issue': {
      const issue = issues.find(({ id, formerIds = [] }) => [id, ...formerIds].some(isMeant));
      return issue && memoryIssue(view, issue);
    }
    case 'article': {
      const article = articles.find(({ id }) => isMeant(id));
      return article && memoryArticle(view, article);
    }
    case 'project': {
      const project = projects.find((one) => isMeant(one.key));
      return project && memoryProject(view, project);
    }
    case 'user': {
      const user = users.find(({ login }) => isMeant(login));
      return user && memoryUser(view, user);
    }
  }
}

/** Every entity there is. */
export function allEntities(view: MemoryView): readonly Entity[] {
  return [
    ...view.world.issues.map((issue) => memoryIssue(view, issue)),
    ...view.world.articles.map((article) => memoryArticle(view, article)),
    ...view.world.projects.map((project) => memoryProject(view, project)),
    ...view.world.users.map((user) => memoryUser(view, user)),
  ];
}

function hasWords(summary: string, text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => summary.toLowerCase().includes(word));
}
