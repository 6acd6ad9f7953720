import type {
  EndpointDescription,
  ExportsDescription,
  RuleDescription,
  ToolDescription,
} from '../api/describe-exports.ts';
import type { RequirementDescription } from '../api/requirements.ts';
import type { RuleMark } from '../api/rules.ts';

export const endpointScopes = ['global', 'issue', 'article', 'project', 'user'] as const;
export type EndpointScope = (typeof endpointScopes)[number];

/** One endpoint of an HTTP handler: the path without a leading slash, the method in capitals. */
export interface ScriptEndpoint extends EndpointDescription {
  readonly scope: EndpointScope;
  /** Its place among the endpoints that the handler exports. */
  readonly index: number;
}

export interface ScriptRule extends RuleMark, RuleDescription {
  /** Why it never runs here, though it was imported. */
  readonly idle?: string;
}
export type ScriptTool = ToolDescription;

interface ScriptEntry {
  /** The script's name without `.js`: its segment in URLs. */
  readonly name: string;
  readonly requirements: readonly RequirementDescription[];
  /** Names of its async functions. */
  readonly asyncFunctions: readonly string[];
}

/** One script of an app and what it is, by what it exports. */
export type ScriptModule =
  | { readonly name: string; readonly kind: 'library' }
  | (ScriptEntry & { readonly kind: 'httpHandler'; readonly endpoints: readonly ScriptEndpoint[] })
  | (ScriptEntry & { readonly kind: 'rule'; readonly rule: ScriptRule })
  | (ScriptEntry & { readonly kind: 'aiTool'; readonly tool: ScriptTool });

export type HandlerModule = Extract<ScriptModule, { kind: 'httpHandler' }>;
export type RuleModule = Extract<ScriptModule, { kind: 'rule' }>;
export type ToolModule = Extract<ScriptModule, { kind: 'aiTool' }>;
export type EntryModule = HandlerModule | RuleModule | ToolModule;

export type DescribedScript = { readonly name: string } & ExportsDescription;
