/** Where an app does less than it could, and why. */
export interface Inactivity {
  /** Key of the project; undefined is the whole server. */
  readonly project: string | undefined;
  /** One sentence each. */
  readonly reasons: readonly string[];
}
