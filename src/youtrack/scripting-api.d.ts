/**
 * The part of JetBrains' scripting API that this app uses, written down from the published reference. `null` is what a
 * lookup gives for nothing; unset properties read as null or undefined, depending on the server.
 */
declare module '@jetbrains/youtrack-scripting-api/entities' {
  /** YouTrack's own collection: no iterator is documented. */
  export interface EntitySet<T> {
    forEach(visitor: (element: T) => void): void;
    find(predicate: (element: T) => boolean): T | null | undefined;
    isEmpty(): boolean;
  }

  export interface Stored {
    readonly extensionProperties: Record<string, unknown>;
  }

  export interface Project extends Stored {
    readonly key: string;
    readonly name: string;
    readonly leader: User | null;
    readonly isArchived: boolean;
    readonly articles: EntitySet<Article>;
    readonly fields: EntitySet<ProjectCustomField>;
    findFieldByName(name: string): ProjectCustomField | null;
  }

  export interface ProjectCustomField {
    readonly name: string;
    /** `state[1]`, `enum[*]`, `date and time`. */
    readonly typeName: string;
  }

  export interface UserGroup {
    readonly name: string;
    readonly isAllUsersGroup: boolean;
  }

  export interface User extends Stored {
    readonly login: string;
    readonly visibleName: string;
    readonly email: string | null;
    readonly isBanned: boolean;
    /** Since 2025.3. Without a project: anywhere. */
    hasPermission(key: string, project?: Project): boolean;
    isInGroup(name: string): boolean;
  }

  export interface IssueFields {
    readonly [name: string]: unknown;
    canBeReadBy(field: string, user: User): boolean;
  }

  export interface Issue extends Stored, Changing {
    readonly id: string;
    readonly numberInProject: number;
    readonly url: string | null;
    readonly summary: string | null;
    readonly project: Project;
    readonly updated: number | null;
    readonly isResolved: boolean;
    readonly fields: IssueFields;
    isVisibleTo(user: User): boolean;
  }

  export interface Article extends Stored, Changing {
    readonly id: string;
    readonly numberInProject: number;
    /** Since 2025.1. */
    readonly url?: string | null;
    readonly summary: string | null;
    readonly project: Project;
    readonly author: User | null;
    readonly updated: number | null;
    readonly parentArticle: Article | null;
    /** Since 2026.1, like `permittedUsers`. */
    readonly permittedGroups: EntitySet<UserGroup>;
    readonly permittedUsers: EntitySet<User>;
  }

  /** What rules ask of an object that is about to change. */
  export interface Changing {
    readonly isNew: boolean;
    readonly becomesRemoved: boolean;
    isChanged(property: string): boolean;
    oldValue(property: string): unknown;
  }

  /** Rules run in the projects that the app is attached to. */
  export interface OnChangeRule<Context> {
    readonly title: string;
    readonly runOn: { readonly change: boolean; readonly removal: boolean };
    readonly guard: (ctx: Context) => boolean;
    readonly action: (ctx: Context) => void;
    readonly asyncFunctions: Readonly<Record<string, (ctx: Context) => void>>;
  }

  /** Runs for each issue that the search finds, in each project. */
  export interface OnScheduleRule<Context> {
    readonly title: string;
    /** Quartz: seconds first. */
    readonly cron: string;
    readonly search: () => string;
    readonly muteUpdateNotifications: boolean;
    readonly modifyUpdatedProperties: boolean;
    readonly action: (ctx: Context) => void;
    readonly asyncFunctions: Readonly<Record<string, (ctx: Context) => void>>;
  }

  /** A custom command; its title is an entry in the issue's menu. */
  export interface ActionRule<Context> {
    readonly title: string;
    readonly command: string;
    readonly userInput: { readonly type: unknown; readonly description: string };
    readonly action: (ctx: Context) => void;
    readonly asyncFunctions: Readonly<Record<string, (ctx: Context) => void>>;
  }

  export interface Rule {
    readonly title: string;
  }

  export interface StoredType<T> {
    /** Exact matches only. Since 2024.3.43260. */
    findByExtensionProperties(query: Readonly<Record<string, unknown>>): EntitySet<T>;
  }

  export const Issue: StoredType<Issue> & {
    findById(id: string): Issue | null;
    onChange<Context>(rule: OnChangeRule<Context>): Rule;
    onSchedule<Context>(rule: OnScheduleRule<Context>): Rule;
    action<Context>(rule: ActionRule<Context>): Rule;
  };
  export const Article: StoredType<Article> & {
    findById(id: string): Article | null;
    onChange<Context>(rule: OnChangeRule<Context>): Rule;
  };
  export const Field: { readonly stringType: unknown };
  export const Project: StoredType<Project> & { findByKey(key: string): Project | null };
  export const User: StoredType<User> & { findByLogin(login: string): User | null };
}

declare module '@jetbrains/youtrack-scripting-api/workflow' {
  /** Throws where the condition does not hold; the change is undone and the person reads the message. */
  export function check(condition: boolean, message: string): void;
  /** Shows a message to whoever made the change. */
  export function message(text: string): void;
}

declare module '@jetbrains/youtrack-scripting-api/search' {
  import type { EntitySet, Issue, User } from '@jetbrains/youtrack-scripting-api/entities';

  /** Issues that match a query and that the user may see. A folder of null searches everywhere. */
  export function search(folder: null, query: string, user?: User): EntitySet<Issue>;
}
