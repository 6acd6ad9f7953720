import type { WidgetDeclaration } from '../../apps/app-package.ts';
import type { UsageRecord } from '../../apps/app-record.ts';
import type { ScriptModule } from '../../realm/script-module.ts';
import type { AppSubject } from './app-subject.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import { unmetRequirements } from './unmet-requirements.ts';

/** A JSON file of the package with its text; null when the package has none. */
export function createFileEntity({ app, record }: AppSubject, path: string): RestEntity | null {
  const bytes = app.package.files.get(path);
  if (bytes === undefined) return null;
  return createRestEntity({ $type: 'AppFile', id: `${app.id}.${path}` }, fileAttributes, {
    bytes,
    updated: record.updated,
  });
}

const fileAttributes: Attributes<{ bytes: Uint8Array; updated: number }> = {
  content: ({ bytes }) => new TextDecoder().decode(bytes),
  editable: () => false,
  updated: ({ updated }) => updated,
  updatedBy: () => null,
};

/** The widgets of an app; those of the administration menu are listed apart. */
export function createWidgetEntities(subject: AppSubject, $type: 'Widget' | 'AdminWidget'): RestEntity[] {
  const isAdmin = $type === 'AdminWidget';
  const widgets = subject.app.package.widgets.filter(
    ({ extensionPoint }) => (extensionPoint === 'ADMINISTRATION_MENU_ITEM') === isAdmin,
  );
  return widgets.map((widget) =>
    createRestEntity({ $type, id: `${subject.app.id}.${widget.key}` }, widgetAttributes, {
      ...subject,
      widget,
    }),
  );
}

const widgetAttributes: Attributes<AppSubject & { widget: WidgetDeclaration }> = {
  key: ({ widget }) => widget.key,
  name: ({ widget }) => widget.name,
  description: ({ widget }) => widget.description ?? null,
  appName: ({ app }) => app.package.name,
  appTitle: ({ app }) => app.package.title,
  indexPath: ({ widget }) => widget.indexPath,
  iconPath: ({ widget }) => widget.iconPath ?? null,
  configurable: () => false,
  globalConfig: ({ record }) => ({ plain: { enabled: record.enabled } }),
  permissions: ({ widget }) => widget.permissions.map((key) => ({ plain: { key, visibleName: key } })),
  extensionPoint: ({ widget }) =>
    createRestEntity({ $type: 'ExtensionPoint', id: widget.extensionPoint }, {}, undefined),
};

const types: Readonly<Record<ScriptModule['kind'], string>> = {
  httpHandler: 'HttpHandlerPluggableObject',
  rule: 'RulePluggableObject',
  aiTool: 'AiToolPluggableObject',
  library: 'LibraryPluggableObject',
};

/** The scripts of an app. */
export function createModuleEntities(subject: AppSubject): RestEntity[] {
  return subject.app.realm.modules.map((module) =>
    createRestEntity({ $type: types[module.kind], id: moduleId(subject, module.name) }, moduleAttributes, {
      ...subject,
      module,
    }),
  );
}

/** The id of a script in REST. */
export function moduleId({ app }: Pick<AppSubject, 'app'>, name: string): string {
  return `${app.id}.${name}`;
}

type ModuleSubject = AppSubject & { module: ScriptModule };

const moduleAttributes: Attributes<ModuleSubject> = {
  name: ({ module }) => module.name,
  title: ({ module }) => (module.kind === 'rule' ? (module.rule.title ?? module.name) : module.name),
  description: ({ module }) => (module.kind === 'aiTool' ? (module.tool.description ?? null) : null),
  typeAlias: ({ module }) => module.kind,
  type: ({ module }) => (module.kind === 'rule' ? module.rule.kind : module.kind),
  isGlobal: ({ module }) => isGlobal(module),
  script: (subject) =>
    createRestEntity(
      { $type: 'Script', id: moduleId(subject, subject.module.name) },
      scriptAttributes,
      subject,
    ),
  usages: (subject) => usagesOf(subject).map((usage) => showUsage(subject, usage)),
};

const scriptAttributes: Attributes<ModuleSubject> = {
  name: ({ module }) => module.name,
  script: ({ app, module }) => app.package.scripts.get(module.name) ?? '',
  traceEnabled: () => false,
  updated: ({ record }) => record.updated,
  updatedBy: () => null,
};

function usagesOf({ record, tx }: AppSubject): UsageRecord[] {
  return [...record.usages.values()].filter(({ project }) => tx.typeOf(project) !== undefined);
}

/** A script in one project, with what it requires and does not find there. */
function showUsage(subject: ModuleSubject, usage: UsageRecord): RestEntity {
  const id = `${moduleId(subject, subject.module.name)}.${usage.id}`;
  const problems = unmetRequirements(subject, subject.module, usage.project);
  const attributes: Attributes<undefined> = {
    enabled: () => usage.enabled,
    isBroken: () => problems.length > 0,
    problems: () => problems.map((message, index) => showProblem(`${id}.${index}`, message)),
    configuration: () => subject.showLevel(usage),
    pluggableObject: () => ({ plain: { id: moduleId(subject, subject.module.name) } }),
  };
  return createRestEntity({ $type: 'PluggableObjectUsage', id }, attributes, undefined);
}

function showProblem(id: string, message: string): RestEntity {
  const attributes: Attributes<undefined> = {
    message: () => message,
    fixes: () => [],
    problemKey: () => 'unmet-requirement',
    global: () => false,
  };
  return createRestEntity({ $type: 'RuleProblem', id }, attributes, undefined);
}

/** Handlers of the user and global scopes and tools cannot be attached to a project. */
function isGlobal(module: ScriptModule): boolean {
  if (module.kind === 'aiTool') return true;
  return (
    module.kind === 'httpHandler' &&
    module.endpoints.some(({ scope }) => scope === 'global' || scope === 'user')
  );
}
