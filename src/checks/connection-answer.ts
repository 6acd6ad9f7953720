import type { MirrorProblem } from '../protocol/answers.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** Answer of `connection`: what Tracker said to the settings as they are now. */
export interface ConnectionAnswer {
  /** Whether there are an organisation and an authorization; without them Tracker was not asked. */
  readonly isConfigured: boolean;
  /** Whose token it is. */
  readonly account?: { readonly display: string; readonly login?: string };
  /** Why Tracker did not say whose it is. */
  readonly accountProblem?: MirrorProblem;
  /** External applications that Tracker knows, by name. */
  readonly applications?: readonly { readonly id: string; readonly name: string }[];
  /** Why Tracker did not list them. */
  readonly applicationsProblem?: MirrorProblem;
  /** Kinds of objects whose application, as it is set, is none of those that Tracker knows. */
  readonly unknown: readonly EntityKind[];
}
