import type { ProjectSetting } from './project-settings-answer.ts';

/** Answer of `overview`. */
export interface ProjectOverviewAnswer {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
  /** As `settings` answers them to those who may not change them. */
  readonly settings: readonly ProjectSetting[];
  /** How many linked ones the caller may see. */
  readonly linked: { readonly issues: number; readonly articles: number };
}
