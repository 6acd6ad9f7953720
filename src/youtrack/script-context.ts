import type { Article, Issue, Project, Stored, User } from '@jetbrains/youtrack-scripting-api/entities';

/** What YouTrack hands to every function of an app. */
export interface ScriptContext {
  readonly currentUser: User;
  readonly settings: Readonly<Record<string, unknown>>;
  /** `AppGlobalStorage`: what the app keeps for the whole server. */
  readonly globalStorage?: Stored;
  store(key: string, value: string): void;
  load(key: string): unknown;
  /** Since 2026.2: the newest part of the API the app uses, which decides the lowest YouTrack version it runs on. */
  invokeAsync(name: string, delayMs: number): void;
}

/** What it hands to an endpoint besides; which object it is depends on the endpoint's scope. */
export interface HttpContext extends ScriptContext {
  readonly request: ScriptRequest;
  readonly response: ScriptResponse;
  readonly issue?: Issue;
  readonly article?: Article;
  readonly project?: Project;
  readonly user?: User;
}

/** What it hands to the functions of a rule besides: which of the two depends on the rule. */
export interface RuleContext extends ScriptContext {
  readonly issue: Issue;
  readonly article: Article;
}

/** What it hands to a command of people besides: what they have typed after it. */
export interface CommandContext extends ScriptContext {
  readonly issue: Issue;
  readonly userInput?: unknown;
}

/** What it hands to a tool of agents besides: an object of the server's own kind. */
export interface ToolContext extends ScriptContext {
  readonly arguments?: unknown;
}

export interface ScriptRequest {
  readonly body: unknown;
  readonly method: string;
  readonly fullPath: string;
  /** A list of the server's own kind. */
  getParameters(name: string): unknown;
}

export interface ScriptResponse {
  /** The only way to set the status. */
  code: number;
  json(body: unknown): void;
}
