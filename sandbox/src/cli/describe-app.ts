import type { WidgetDeclaration } from '../apps/app-package.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { parseQuartz } from '../realm/quartz.ts';
import type { EndpointScope } from '../realm/script-module.ts';
import type { Transaction } from '../world/transaction.ts';
import { type Examples, findExamples } from './examples.ts';

export interface AppSurroundings {
  readonly tx: Transaction;
  /** `http://127.0.0.1:8080` */
  readonly youtrack: string;
  /** The sandbox's time, epoch milliseconds. */
  readonly now: number;
}

/** One heading with its lines. */
export type Section = readonly [title: string, lines: readonly string[]];

/** Where an app can be tried: one section for each kind of thing it brings. */
export function describeApp(app: InstalledApp, { tx, youtrack, now }: AppSurroundings): readonly Section[] {
  const place = { app, youtrack, examples: findExamples(tx, app) };
  return [
    ['pages', app.package.widgets.map((widget) => describeWidget(widget, place))],
    ['endpoints', describeEndpoints(place)],
    ['commands', describeCommands(app)],
    ['tools', describeTools(place)],
    ['schedules', describeSchedules(app, now)],
  ];
}

interface Place {
  readonly app: InstalledApp;
  readonly youtrack: string;
  readonly examples: Examples;
}

function describeWidget(widget: WidgetDeclaration, { app, youtrack, examples }: Place): string {
  const { extensionPoint, key, name } = widget;
  const path = pageOf(extensionPoint, examples, `${app.package.name}/${key}`);
  const where = path === undefined ? 'nothing to show it on' : youtrack + path;
  const inText = extensionPoint === 'MARKDOWN' ? `in a text: ![](widget:${app.package.name}:${key})` : where;
  return `${extensionPoint.padEnd(30)} ${name}: ${inText}`;
}

/** The sandbox's page with an extension point on it. */
function pageOf(
  point: string,
  { issue, article, project, user }: Examples,
  widget: string,
): string | undefined {
  if (point === 'MAIN_MENU_ITEM') return `/app/${widget}/`;
  if (point === 'ADMINISTRATION_MENU_ITEM') return `/admin/app/${widget}/`;
  if (point === 'DASHBOARD_WIDGET') return '/dashboard';
  if (point.startsWith('ISSUE_')) return issue && `/issue/${issue}`;
  if (point.startsWith('ARTICLE_')) return article && `/articles/${article}`;
  if (point.startsWith('USER_')) return user && `/users/${user}`;
  return project && `/projects/${project}`;
}

const prefixes: Readonly<Record<EndpointScope, string>> = {
  global: '/api',
  issue: '/api/issues/',
  article: '/api/articles/',
  project: '/api/admin/projects/',
  user: '/api/users/',
};

function describeEndpoints({ app, youtrack, examples }: Place): string[] {
  return app.realm.modules.flatMap((module) => {
    if (module.kind !== 'httpHandler') return [];
    return module.endpoints.map(({ method, scope, path }) => {
      const entity = scope === 'global' ? '' : (examples[scope] ?? `<${scope}>`);
      const address = `${youtrack}${prefixes[scope]}${entity}/extensionEndpoints/${app.package.name}/${module.name}/${path}`;
      const verb = method === 'GET' ? '' : ` -X ${method}`;
      return `curl -H 'Authorization: Bearer perm:admin'${verb} '${address}'`;
    });
  });
}

function describeCommands(app: InstalledApp): string[] {
  return app.realm.modules.flatMap((module) => {
    if (module.kind !== 'rule' || module.rule.command === undefined) return [];
    return [`${module.rule.command}${module.rule.userInput === undefined ? '' : ' <value>'}`];
  });
}

function describeTools({ app, youtrack }: Place): string[] {
  const prefix = app.package.manifest.aiToolPrefix ?? app.package.name;
  const names = app.realm.modules.flatMap((module) =>
    module.kind === 'aiTool' ? [`${prefix}_${module.tool.name}`] : [],
  );
  if (names.length === 0) return [];
  return [...names, `by MCP at ${youtrack}/mcp?customToolPackages=${app.package.name}`];
}

function describeSchedules(app: InstalledApp, now: number): string[] {
  return app.realm.modules.flatMap((module) => {
    if (module.kind !== 'rule' || module.rule.cron === undefined || module.rule.idle !== undefined) return [];
    const next = parseQuartz(module.rule.cron)(now);
    const when = next === undefined ? 'never again' : `next at ${new Date(next).toISOString()}`;
    return [`${module.name} (${module.rule.cron}), ${when}`];
  });
}
