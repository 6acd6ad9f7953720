import type { PageEntity, PageHost } from './page-ports.ts';

/** YouTrack as the administration page needs it. */
export interface AdminHost extends PageHost {
  readonly appVersion: string;
  /** The caller's own account. */
  readonly account: Account;
  /** In any letter case. */
  findAccount(login: string): Account | undefined;
  /** The account of everybody who does not log in. */
  findGuest(): Account | undefined;
  /** Issues the caller may see, the latest changed first, at most so many; none where the server cannot search. */
  listRecentIssues(atMost: number): readonly PageEntity[];
  /** An article of a project that the caller may see, as far as a short look finds one. */
  findArticleOf(projectKey: string): PageEntity | undefined;
  /** How many users are known to be somebody in Tracker. */
  countIdentities(): number;
}

export interface Account {
  readonly login: string;
  /** As YouTrack shows it to people. */
  readonly name: string;
  readonly email: string | undefined;
  readonly isBanned: boolean;
  /** Whether it holds a permission, in one project or, without one, globally or anywhere. */
  holds(permission: string, projectKey?: string): boolean;
}
