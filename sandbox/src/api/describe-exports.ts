import { describeMachine, type MachineDescription } from './describe-machine.ts';
import { describeRequirements, type RequirementDescription } from './requirements.ts';
import { findRuleMark, type RuleMark } from './rules.ts';

/** What one script exports, as the host needs to know it; functions are named, never described. */
export type ExportsDescription =
  | { readonly kind: 'library' }
  | { readonly kind: 'invalid'; readonly problem: string }
  | {
      readonly kind: 'httpHandler';
      readonly endpoints: readonly EndpointDescription[];
      readonly asyncFunctions: readonly string[];
      readonly requirements: readonly RequirementDescription[];
    }
  | {
      readonly kind: 'rule';
      readonly rule: RuleMark & RuleDescription;
      readonly asyncFunctions: readonly string[];
      readonly requirements: readonly RequirementDescription[];
    }
  | {
      readonly kind: 'aiTool';
      readonly tool: ToolDescription;
      readonly asyncFunctions: readonly string[];
      readonly requirements: readonly RequirementDescription[];
    };

export interface EndpointDescription {
  readonly method: string;
  readonly path: string;
  readonly scope: string;
  readonly permissions: readonly string[];
}

export interface RuleDescription {
  readonly title?: string;
  readonly command?: string;
  readonly cron?: string;
  readonly search?: string;
  readonly hasSearchFunction: boolean;
  readonly hasGuard: boolean;
  readonly runOnChange: boolean;
  readonly runOnRemoval: boolean;
  readonly modifyUpdatedProperties: boolean;
  /** Type of the value an action rule asks for: a field type or an entity type. */
  readonly userInput?: string;
  /** What a state-machine rule describes. */
  readonly machine?: MachineDescription;
}

export interface ToolDescription {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  readonly annotations?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Looks at what a loaded script exports (getters of a bundler included). */
export function describeExports(exports: unknown): ExportsDescription {
  const { httpHandler, rule, aiTool } = fieldsOf(exports);
  if (isObject(httpHandler))
    return { kind: 'httpHandler', ...common(httpHandler), endpoints: describeEndpoints(httpHandler) };
  if (isObject(rule)) return describeRule(rule);
  if (isObject(aiTool)) return describeTool(aiTool);
  return { kind: 'library' };
}

function common(entry: Fields) {
  return {
    asyncFunctions: Object.keys(fieldsOf(entry.asyncFunctions)),
    requirements: describeRequirements(entry.requirements),
  };
}

/** `endpoints` is an array or a single endpoint. */
export function endpointsOf(handler: Fields): Fields[] {
  const { endpoints } = handler;
  if (Array.isArray(endpoints)) return endpoints.filter(isObject);
  return isObject(endpoints) ? [endpoints] : [];
}

function describeEndpoints(handler: Fields): EndpointDescription[] {
  return endpointsOf(handler).map(({ method, path, scope, permissions }) => ({
    method: String(method ?? 'GET').toUpperCase(),
    path: String(path ?? '').replace(/^\/+/, ''),
    scope: String(scope ?? 'global').toLowerCase(),
    permissions: Array.isArray(permissions)
      ? permissions.map(String)
      : permissions === undefined
        ? []
        : [String(permissions)],
  }));
}

function describeRule(rule: Fields): ExportsDescription {
  const mark = findRuleMark(rule);
  if (mark === undefined) {
    return {
      kind: 'invalid',
      problem:
        'exports a rule that is not made by entities.<Type>.onChange, onSchedule, action, stateMachine or sla',
    };
  }
  const runOn = fieldsOf(rule.runOn);
  const description: RuleDescription = {
    ...texts(rule, ['title', 'command', 'cron', 'search']),
    hasSearchFunction: typeof rule.search === 'function',
    hasGuard: typeof rule.guard === 'function',
    runOnChange: rule.runOn === undefined || runOn.change === true,
    runOnRemoval: runOn.removal === true,
    modifyUpdatedProperties: rule.modifyUpdatedProperties !== false,
    ...(mark.kind === 'stateMachine' ? { machine: describeMachine(rule) } : {}),
    ...(isObject(rule.userInput) ? { userInput: typeNameOf(rule.userInput.type) } : {}),
  };
  return { kind: 'rule', ...common(rule), rule: { ...mark, ...description } };
}

function describeTool(tool: Fields): ExportsDescription {
  if (typeof tool.name !== 'string' || typeof tool.execute !== 'function') {
    return { kind: 'invalid', problem: 'exports an aiTool without a name or without execute' };
  }
  const { name, inputSchema, outputSchema, annotations } = tool;
  const { type = 'object' } = fieldsOf(inputSchema);
  // "`inputSchema` root type must be object or array" (JetBrains' reference, "MCP tool").
  if (type !== 'object' && type !== 'array')
    return {
      kind: 'invalid',
      problem: 'exports an aiTool whose inputSchema is neither an object nor an array',
    };
  return {
    kind: 'aiTool',
    ...common(tool),
    tool: { name, ...texts(tool, ['description']), inputSchema, outputSchema, annotations },
  };
}

function texts<Name extends string>(from: Fields, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) if (typeof from[name] === 'string') found[name] = from[name];
  return found;
}

/** A field type (`integer`) or an entity class's name. */
function typeNameOf(type: unknown): string {
  return typeof type === 'string' ? type : String(fieldsOf(type).name);
}

/** The properties of an object or a function; of anything else none. */
export function fieldsOf(value: unknown): Fields {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? (value as Fields)
    : {};
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
