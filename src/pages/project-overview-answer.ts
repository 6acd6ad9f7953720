/** A setting that a project can have for itself. */
export type SettingName = 'disclosure' | 'statusField' | 'deadlineField' | 'assigneeField';

/** A setting as it holds in one project. */
export interface EffectiveSetting {
  readonly name: SettingName;
  readonly value: string;
  /**
   * Where it comes from. Today's servers hand scripts one value, the project's own or else the global one, so this app
   * answers `configured` for both, and `default` for a value that is the default.
   */
  readonly source: 'project' | 'global' | 'default' | 'configured';
  /** Of a field's name: whether the project has such a field, of a fitting type. */
  readonly fieldExists?: boolean;
}

/** Answer of `overview`. */
export interface ProjectOverviewAnswer {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
  /** In this order: disclosure, statusField, deadlineField, assigneeField. */
  readonly settings: readonly EffectiveSetting[];
  /** How many linked ones the caller may see. */
  readonly linked: { readonly issues: number; readonly articles: number };
}
