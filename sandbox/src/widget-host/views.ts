import type { Id } from '../world/transaction.ts';

/** What the host's pages show of entities. Times are epoch milliseconds; lists are in the order to be shown. */

export interface PersonView {
  readonly login: string;
  readonly name: string;
}

export interface FieldView {
  readonly name: string;
  /** As people read them; empty when the field has no value. */
  readonly values: readonly string[];
}

export interface CommentView {
  readonly author: PersonView | undefined;
  readonly created: number;
  readonly text: string;
}

export interface ItemView {
  readonly key: string;
  readonly summary: string;
  readonly isResolved: boolean;
}

export interface LinkView {
  /** "parent for", "is required for". */
  readonly role: string;
  readonly issues: readonly ItemView[];
}

export interface ProjectView {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly leader: PersonView | undefined;
  readonly isArchived: boolean;
}

export interface IssueView {
  readonly id: Id;
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly project: ProjectView;
  readonly reporter: PersonView | undefined;
  readonly created: number;
  readonly updated: number;
  readonly isResolved: boolean;
  readonly fields: readonly FieldView[];
  readonly tags: readonly string[];
  readonly links: readonly LinkView[];
  readonly comments: readonly CommentView[];
}

export interface ArticleView {
  readonly id: Id;
  readonly key: string;
  readonly summary: string;
  readonly content: string;
  readonly project: ProjectView;
  readonly author: PersonView | undefined;
  readonly created: number;
  readonly updated: number;
  readonly parent: ItemView | undefined;
  readonly children: readonly ItemView[];
  readonly tags: readonly string[];
  readonly comments: readonly CommentView[];
}

export interface UserView extends PersonView {
  readonly id: Id;
  readonly email: string;
  readonly isBanned: boolean;
}
