/** What a project can say of itself. */
export type SettingName = 'disclosure' | 'statusField' | 'deadlineField' | 'assigneeField';

/** What holds, and by whose word. */
export interface HeldSetting {
  /** A level, or the name of a field. */
  readonly value: string;
  /** The project's word, the company's, or nobody's: by default everything is told, and fields are found by their type. */
  readonly source: 'project' | 'app' | 'default';
  /** Of fields: whether the project has this one, of a type that can hold what is wanted. */
  readonly fieldExists?: boolean;
}

/** One setting, as it holds in a project. */
export interface ProjectSetting extends HeldSetting {
  readonly name: SettingName;
  /** What the project says; absent where it says nothing. Of two levels the stricter holds. */
  readonly own?: string;
  /** What would hold if the project said nothing. */
  readonly otherwise: HeldSetting;
  /** What may be chosen: levels from all to least, or fields that fit. For those alone who may change the settings. */
  readonly choices?: readonly string[];
}

/** Answer of `settings`, asked or saved. */
export interface ProjectSettingsAnswer {
  readonly key: string;
  /** Whether saving would be allowed. */
  readonly mayEdit: boolean;
  /** In this order: disclosure, statusField, deadlineField, assigneeField. */
  readonly settings: readonly ProjectSetting[];
}
