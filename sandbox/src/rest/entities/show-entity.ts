import type { Id } from '../../world/transaction.ts';
import { showArticle } from './article-entity.ts';
import { showAttachment } from './attachment-entity.ts';
import { showBoard, showSprint } from './board-entity.ts';
import { showComment } from './comment-entity.ts';
import { showGroup } from './group-entity.ts';
import { showIssue } from './issue-entity.ts';
import { showLinkType } from './link-entity.ts';
import { createRestEntity, type RestEntity } from './present.ts';
import { showProject } from './project-entity.ts';
import { showBundleElement, showProjectField } from './project-field-entity.ts';
import type { Scope, Subject } from './scope.ts';
import { showTag } from './tag-entity.ts';
import { showUser } from './user-entity.ts';
import { showWorkItem, showWorkItemType } from './work-item-entity.ts';

/** How each type of the world's entities is shown. */
const shows: Readonly<Record<string, (subject: Subject) => RestEntity>> = {
  Agile: showBoard,
  Sprint: showSprint,
  Article: showArticle,
  ArticleAttachment: showAttachment,
  ArticleComment: showComment,
  Build: showBundleElement,
  BundleProjectCustomField: showProjectField,
  EnumField: showBundleElement,
  GroupProjectCustomField: showProjectField,
  Issue: showIssue,
  IssueAttachment: showAttachment,
  IssueComment: showComment,
  IssueLinkPrototype: showLinkType,
  OwnedField: showBundleElement,
  PeriodProjectCustomField: showProjectField,
  Project: showProject,
  ProjectTeam: showGroup,
  ProjectVersion: showBundleElement,
  SimpleProjectCustomField: showProjectField,
  State: showBundleElement,
  Tag: showTag,
  TextProjectCustomField: showProjectField,
  User: showUser,
  UserGroup: showGroup,
  UserProjectCustomField: showProjectField,
  IssueWorkItem: showWorkItem,
  WorkItemType: showWorkItemType,
};

/** Completes a scope with the way every entity is shown in it. */
export function createScope(parts: Omit<Scope, 'show'>): Scope {
  const scope: Scope = { ...parts, show: (id) => showEntity(scope, id) };
  return scope;
}

/** An entity of the world as REST shows it; of a type without a table only the id and the type. */
function showEntity(scope: Scope, id: Id): RestEntity {
  const type = scope.tx.typeOf(id) ?? 'Entity';
  return shows[type]?.({ ...scope, id }) ?? createRestEntity({ $type: type, id }, {}, undefined);
}
