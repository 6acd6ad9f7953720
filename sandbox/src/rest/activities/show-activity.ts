import { findField } from '../../world/custom-fields.ts';
import { type Attributes, createRestEntity, type RestEntity, type RestValue } from '../entities/present.ts';
import type { Scope } from '../entities/scope.ts';
import { targetOf } from '../entities/stored-attributes.ts';
import type { Activity, ActivityPart } from './activity.ts';

type ActivitySubject = Scope & { readonly activity: Activity };

/** `$type` by category. Source: the pages on `ActivityItem` and its heirs of JetBrains' REST reference. */
const types: Readonly<Record<string, string>> = {
  ArticleAttachmentsCategory: 'ArticleAttachmentActivityItem',
  ArticleCommentsCategory: 'ArticleCommentActivityItem',
  ArticleCreatedCategory: 'ArticleCreatedActivityItem',
  AttachmentsCategory: 'AttachmentActivityItem',
  CommentsCategory: 'CommentActivityItem',
  CustomFieldCategory: 'CustomFieldActivityItem',
  DescriptionCategory: 'TextMarkupActivityItem',
  IssueCreatedCategory: 'IssueCreatedActivityItem',
  IssueResolvedCategory: 'IssueResolvedActivityItem',
  IssueVisibilityCategory: 'VisibilityActivityItem',
  LinksCategory: 'IssueLinksActivityItem',
  ProjectCategory: 'ProjectActivityItem',
  SummaryCategory: 'SimpleValueActivityItem',
  TagsCategory: 'TagsActivityItem',
  VotersCategory: 'VotersActivityItem',
  WorkItemCategory: 'WorkItemActivityItem',
};

/** Members that hold a plain text or number: `added` and `removed` are that, not a list. */
const plainCategories: ReadonlySet<string> = new Set([
  'ArticleDescriptionCategory',
  'ArticleSummaryCategory',
  'DescriptionCategory',
  'IssueResolvedCategory',
  'SummaryCategory',
]);

const attributes: Attributes<ActivitySubject> = {
  author: ({ activity, show }) => (activity.author === undefined ? null : show(activity.author)),
  timestamp: ({ activity }) => activity.timestamp,
  category: ({ activity: { category } }) =>
    createRestEntity({ $type: 'ActivityCategory', id: category }, { id: () => category }, undefined),
  target: ({ activity, show }) => show(activity.target),
  targetMember: ({ activity: { member } }) => (member === '' ? null : member),
  targetSubMember: () => null,
  field: showField,
  added: (subject) => showParts(subject, subject.activity.added),
  removed: (subject) => showParts(subject, subject.activity.removed),
  pseudo: () => false,
};

/** One activity as REST shows it. */
export function showActivity(scope: Scope, activity: Activity): RestEntity {
  const $type = types[activity.category] ?? 'ActivityItem';
  return createRestEntity({ $type, id: activity.id }, attributes, { ...scope, activity });
}

function showField({ tx, show, activity: { target, category, member } }: ActivitySubject): RestValue {
  const field = findField(tx, targetOf(tx, target, 'project') ?? '', member);
  const isCustom = category === 'CustomFieldCategory';
  const names: Attributes<undefined> = {
    name: () => (member === '' ? category.replace(/Category$/, '') : member),
    presentation: () => member,
    customField: () => (isCustom && field !== undefined ? show(field).attribute('field') : undefined) ?? null,
  };
  const $type = isCustom ? 'CustomFilterField' : 'PredefinedFilterField';
  return createRestEntity({ $type, id: (isCustom ? field : undefined) ?? category }, names, undefined);
}

function showParts(subject: ActivitySubject, parts: readonly ActivityPart[]): RestValue {
  const shown = parts.map((part) => showPart(subject, part));
  const [first = null] = shown;
  const isPlain = plainCategories.has(subject.activity.category) || typeof first !== 'object';
  return isPlain ? first : shown;
}

function showPart({ tx, show }: ActivitySubject, part: ActivityPart): RestValue {
  if (typeof part !== 'object') return part;
  if (tx.typeOf(part.ref) !== undefined) return show(part.ref);
  const { ref, type, name } = part;
  return createRestEntity({ $type: type, id: ref }, { name: () => name, idReadable: () => name }, undefined);
}
