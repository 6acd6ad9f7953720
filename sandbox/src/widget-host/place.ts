import type { Id } from '../world/transaction.ts';
import type { WidgetEntity } from './frame.ts';
import type { ArticleView, IssueView, ProjectView, UserView } from './views.ts';

/** The thing a page is about, as widgets and their guards are told of it. */
export interface Place {
  /** `YTApp.entity`. */
  readonly entity: WidgetEntity;
  /** What a guard gets as `entity`. */
  readonly guardEntity: object;
  /** The project whose attachment, settings and permissions count. */
  readonly project: Id | undefined;
  /** Below `/api/`, for `scope: true`. */
  readonly scopePath: string;
}

/**
 * Source of the properties: JetBrains' Host API (`id` and `type`, "an issue summary, project key, or article summary") and
 * "Guard Entity Reference" (an issue's `id`, `summary`, `fields` with their `value`); `draft` and `isEditing` [seen].
 * An issue's type is called `ticket`: typings of JetBrains' app templates. A reported issue's `id` is the readable one, and it
 * comes without `project` [seen: an app that took `entity.id` for a project's key, two that hand it to `findById`].
 */
export function issuePlace({ id, key, summary, project, fields }: IssueView): Place {
  const common = { idReadable: key, summary, draft: false, isEditing: false };
  const values = fields.map(({ name, values: [value, ...more] }) => [
    name,
    { name, value: more.length > 0 ? [value, ...more] : (value ?? null) },
  ]);
  return {
    entity: { ...common, id: key, type: 'ticket' },
    guardEntity: { ...common, id, project: projectOf(project), fields: Object.fromEntries(values) },
    project: project.id,
    scopePath: `issues/${id}`,
  };
}

export function articlePlace({ id, key, summary, project }: ArticleView): Place {
  const common = {
    id,
    idReadable: key,
    summary,
    project: projectOf(project),
    draft: false,
    isEditing: false,
  };
  return {
    entity: { ...common, type: 'article' },
    guardEntity: common,
    project: project.id,
    scopePath: `articles/${id}`,
  };
}

export function projectPlace(project: ProjectView): Place {
  return {
    entity: { ...projectOf(project), type: 'project' },
    guardEntity: projectOf(project),
    project: project.id,
    scopePath: `admin/projects/${project.id}`,
  };
}

export function userPlace({ id, login, name }: UserView): Place {
  return {
    entity: { id, login, name, type: 'user' },
    guardEntity: { id, login, name },
    project: undefined,
    scopePath: `users/${id}`,
  };
}

function projectOf({ id, key, name }: ProjectView): { id: Id; key: string; shortName: string; name: string } {
  return { id, key, shortName: key, name };
}
