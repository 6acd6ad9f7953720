import { Hono } from 'hono';
import { youTrackBuild } from '../apps/versions.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee, hasPermission } from '../world/access.ts';
import { permissionKeys } from '../world/permission-keys.ts';
import { type Attributes, createRestEntity, type RestEntity, type RestValue } from './entities/present.ts';
import { pageOf } from './page-of.ts';
import { type RestCall, reading } from './rest-call.ts';

/** What the server says of itself and of the caller's rights. Source: "Global Settings" of JetBrains' REST reference. */
export function createSettingsRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.get('/api/admin/globalSettings', reading(sandbox, showSettings));
  routes.get(
    '/api/admin/globalSettings/systemSettings',
    reading(sandbox, (call) => showSystem(call)),
  );
  routes.get('/api/config', reading(sandbox, showConfig));
  routes.get('/api/permissions/cache', reading(sandbox, listPermissions));
  routes.get('/api/admin/widgets/general', reading(sandbox, listWidgets));
  return routes;
}

const settings: Attributes<RestCall> = {
  systemSettings: showSystem,
  localeSettings: () => createRestEntity({ $type: 'LocaleSettings', id: 'locale' }, locale, undefined),
  license: () => ({ plain: { username: 'Sandbox', license: '', error: null } }),
};

const system: Attributes<RestCall> = {
  baseUrl: ({ sandbox }) => sandbox.baseUrl(),
  isApplicationReadOnly: () => false,
  maxUploadFileSize: () => 10 * 1024 * 1024,
  maxExportItems: () => 500,
  allowStatisticsCollection: () => false,
};

const locale: Attributes<undefined> = {
  locale: () => createRestEntity({ $type: 'LocaleDescriptor', id: 'en_US' }, localeNames, undefined),
  isRTL: () => false,
};

const localeNames: Attributes<undefined> = {
  locale: () => 'en_US',
  language: () => 'en',
  name: () => 'English',
};

const config: Attributes<RestCall> = {
  version: ({ sandbox }) => `${sandbox.youtrack}.0`,
  build: () => youTrackBuild,
  contextPath: () => '',
  l10n: () => ({ plain: { language: 'en', locale: 'en_US' } }),
};

function showSettings(call: RestCall): RestEntity {
  return createRestEntity({ $type: 'GlobalSettings', id: 'global' }, settings, call);
}

function showSystem(call: RestCall): RestEntity {
  return createRestEntity({ $type: 'SystemSettings', id: 'system' }, system, call);
}

function showConfig(call: RestCall): RestEntity {
  return createRestEntity({ $type: 'AppConfig', id: 'config' }, config, call);
}

/** Which permissions the caller holds, and where. */
function listPermissions(call: RestCall): RestValue {
  const { tx, user, show } = call;
  const projects = [...tx.all('Project')].filter((project) => canSee(tx, user, project));
  const held = permissionKeys.filter((key) => hasPermission(tx, user, key));
  return held.map((key) => {
    const isGlobal = hasPermission(tx, user, key, 'no project');
    const within = isGlobal ? [] : projects.filter((project) => hasPermission(tx, user, key, project));
    const attributes = {
      global: () => isGlobal,
      permission: () => createRestEntity({ $type: 'Permission', id: key }, { key: () => key }, undefined),
      projects: () => within.map(show),
    };
    return createRestEntity({ $type: 'PermissionCache', id: key }, attributes, undefined);
  });
}

function listWidgets({ sandbox, query }: RestCall): RestValue {
  const widgets = sandbox.apps.all().flatMap((app) =>
    app.package.widgets.map((widget) => {
      const attributes = {
        key: () => widget.key,
        name: () => widget.name,
        appId: () => app.id,
        appName: () => app.package.name,
        appTitle: () => app.package.title,
        indexPath: () => widget.indexPath,
        extensionPoint: () => widget.extensionPoint,
      };
      return createRestEntity({ $type: 'Widget', id: `${app.id}.${widget.key}` }, attributes, undefined);
    }),
  );
  return pageOf(widgets, query);
}
