import type { FieldKind } from '../world/world-file/projects.ts';
import {
  compact,
  describeAttachment,
  describeComment,
  describeRestriction,
  fillIfAny,
  nameIfAny,
  namesOf,
} from './anonymize.ts';
import type { RemoteArticle, RemoteIssue, RemoteWorkItem } from './content-shapes.ts';
import { fillText } from './filler.ts';
import type { Pseudonyms } from './pseudonyms.ts';

export interface IssueSurroundings {
  readonly names: Pseudonyms;
  /** Kinds of the project's fields by name. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
  /** Work on this issue. */
  readonly workItems: readonly RemoteWorkItem[];
  readonly isRecorded: (id: string) => boolean;
}

/** An issue of a world file: everything that is a text replaced, everything else as it is. */
export function describeIssue(issue: RemoteIssue, around: IssueSurroundings) {
  const { names, kinds, workItems } = around;
  const { created, updated, resolved, reporter, updater, tags, comments, attachments, voters, watchers } =
    issue;
  const watching = (watchers?.issueWatchers ?? []).flatMap(({ user }) => user ?? []);
  return {
    id: issue.idReadable,
    summary: fillIfAny(issue.summary) ?? 'Lorem',
    ...compact({
      description: fillIfAny(issue.description),
      reporter: nameIfAny(names, reporter),
      ...{ created, updated, resolved },
      updatedBy: nameIfAny(names, updater),
      fields: describeFields(issue, { names, kinds }),
      ...describeRestriction(names, issue.visibility),
      links: describeLinks(issue, around.isRecorded),
      tags: (tags ?? []).map(({ name }) => names.tag(name)),
      voters: namesOf(names, voters?.original),
      watchers: namesOf(names, watching),
      comments: (comments ?? []).map((comment) => describeComment(names, comment)),
      attachments: (attachments ?? []).map((attachment) => describeAttachment(names, attachment)),
      workItems: workItems.map((item) => describeWorkItem(names, item)),
    }),
  };
}

type FieldValue = NonNullable<RemoteIssue['customFields']>[number]['value'];

function describeFields({ customFields }: RemoteIssue, around: Pick<IssueSurroundings, 'names' | 'kinds'>) {
  const described = (customFields ?? []).flatMap(({ name, value }) => {
    const kind = around.kinds.get(name);
    const written = kind === undefined ? undefined : describeValue(value, kind, around.names);
    return written === undefined ? [] : [[name, written] as const];
  });
  return Object.fromEntries(described);
}

function describeValue(
  value: FieldValue,
  kind: FieldKind,
  names: Pseudonyms,
): string | number | string[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const members = value.flatMap((member) => nameOf(member, kind, names) ?? []);
    return members.length === 0 ? undefined : members;
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return fillText(value);
  return kind === 'period' ? (value.minutes ?? undefined) : nameOf(value, kind, names);
}

/** What a value is called: people and groups by their pseudonym, values of a list by their own name. */
function nameOf(
  {
    name,
    login,
    text,
  }: {
    name?: string | null | undefined;
    login?: string | null | undefined;
    text?: string | null | undefined;
  },
  kind: FieldKind,
  names: Pseudonyms,
): string | undefined {
  if (kind === 'user') return login ? names.user(login) : undefined;
  if (kind === 'group') return name === 'All Users' ? name : name ? names.group({ name }) : undefined;
  if (kind === 'text') return fillIfAny(text);
  return name ?? undefined;
}

/** Each link once, from the end that its type names first; a link without direction from the smaller id. */
function describeLinks({ idReadable, links }: RemoteIssue, isRecorded: (id: string) => boolean) {
  const described = (links ?? []).flatMap(({ direction, linkType, issues }) => {
    if (direction === 'INWARD' || !linkType.sourceToTarget) return [];
    const others = (issues ?? [])
      .map((other) => other.idReadable)
      .filter((other) => isRecorded(other) && (direction === 'OUTWARD' || idReadable < other));
    return others.length === 0 ? [] : [[linkType.sourceToTarget, others] as const];
  });
  return Object.fromEntries(described);
}

function describeWorkItem(names: Pseudonyms, { author, date, duration, text, type }: RemoteWorkItem) {
  return {
    author: nameIfAny(names, author) ?? 'guest',
    minutes: duration?.minutes ?? 0,
    ...compact({ date, text: fillIfAny(text), type: type?.name }),
  };
}

/** An article of a world file. */
export function describeArticle(
  article: RemoteArticle,
  { names, isRecorded }: Pick<IssueSurroundings, 'names' | 'isRecorded'>,
) {
  const { created, updated, reporter, updatedBy, parentArticle, tags, comments, attachments } = article;
  const parent = parentArticle?.idReadable;
  return {
    id: article.idReadable,
    summary: fillIfAny(article.summary) ?? 'Lorem',
    ...compact({
      content: fillIfAny(article.content),
      author: nameIfAny(names, reporter),
      ...{ created, updated },
      updatedBy: nameIfAny(names, updatedBy),
      parent: parent !== undefined && isRecorded(parent) ? parent : undefined,
      ...describeRestriction(names, article.visibility),
      tags: (tags ?? []).map(({ name }) => names.tag(name)),
      comments: (comments ?? []).map((comment) => describeComment(names, comment)),
      attachments: (attachments ?? []).map((attachment) => describeAttachment(names, attachment)),
    }),
  };
}
