import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { hasPermission } from '../world/access.ts';
import { permissionKeys } from '../world/permission-keys.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { membersOf } from '../world/values.ts';
import { missingOf } from '../youtrack-versions.ts';
import { notFound } from './app-access.ts';
import { type Attributes, createRestEntity, type RestEntity, type RestValue } from './entities/present.ts';
import type { Subject } from './entities/scope.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { pageOf } from './page-of.ts';
import { type RestCall, type RestHandler, reading, requirePermission } from './rest-call.ts';

/**
 * Who holds which permissions, to read. A world has permissions and no roles: each of its entries is shown as a role that is
 * assigned once. Source: "Roles", "Assigned Roles", "Permissions" of JetBrains' REST reference, since 2026.1.
 */
export function createRoleRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const resources: Readonly<Record<string, RestHandler>> = {
    '/api/permissions': ({ query }) => pageOf(permissionKeys, query).map(showPermission),
    '/api/roles': (call) => listRoles(call),
    '/api/roles/:id': (call) => showRole({ ...call, id: existingGrant(call) }),
    '/api/assignedRoles': (call) => listAssigned(call),
    '/api/assignedRoles/:id': (call) => showRequested(call),
  };
  for (const [path, handler] of Object.entries(resources))
    routes.get(
      path,
      reading(sandbox, (call) => {
        const [resource = ''] = path.split('/:');
        if (resource in missingOf('resource', sandbox.youtrack)) throw notFound('Resource', resource);
        return handler(call);
      }),
    );
  return routes;
}

function listRoles(call: RestCall): RestValue {
  requirePermission(call, 'READ_ROLE');
  const grants = [...call.tx.all('PermissionGrant')].filter((id) => !isOfSystem(call.tx, id));
  return pageOf(grants, call.query).map((id) => showRole({ ...call, id }));
}

/** Those of the projects that the caller administers; all of them with READ_ROLE, where a server asks for low-level administration. */
function listAssigned(call: RestCall): RestValue {
  const grants = [...call.tx.all('PermissionGrant')].filter((id) => maySee(call, id));
  return pageOf(grants, call.query).map((id) => showAssigned({ ...call, id }));
}

function showRequested(call: RestCall): RestValue {
  const id = existingGrant(call);
  if (!maySee(call, id)) throw notFound('AssignedRole', id);
  return showAssigned({ ...call, id });
}

function existingGrant(call: RestCall): Id {
  const id = call.param('id').replace(/-role$/, '');
  if (call.tx.typeOf(id) !== 'PermissionGrant') throw notFound('Role', id);
  return id;
}

function maySee({ tx, user }: RestCall, grant: Id): boolean {
  if (isOfSystem(tx, grant)) return false;
  const project = targetOf(tx, grant, 'project');
  if (project !== undefined && hasPermission(tx, user, 'UPDATE_PROJECT', project)) return true;
  return hasPermission(tx, user, 'READ_ROLE', 'no project');
}

/** What the platform grants its own accounts is nobody's business. */
function isOfSystem(tx: Transaction, grant: Id): boolean {
  const holder = targetOf(tx, grant, 'holder');
  return holder !== undefined && tx.get(holder, 'isSystem') === true;
}

const assigned: Attributes<Subject> = {
  role: showRole,
  holder: ({ tx, id, show }) => showIfThere(targetOf(tx, id, 'holder'), show),
  scope: ({ tx, id, show }) => {
    const project = targetOf(tx, id, 'project');
    if (project === undefined) return createRestEntity({ $type: 'GlobalScope', id: 'global' }, {}, undefined);
    return createRestEntity(
      { $type: 'ProjectScope', id: project },
      { project: () => show(project) },
      undefined,
    );
  },
};

const role: Attributes<Subject> = {
  name: ({ id }) => `Role ${id}`,
  description: () => null,
  immutable: () => true,
  permissions: ({ tx, id }) => {
    const keys = membersOf(tx.get(id, 'keys')).map(String);
    return (keys.includes('*') ? permissionKeys : keys).map(showPermission);
  },
};

function showAssigned(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'AssignedRole', id: subject.id }, assigned, subject);
}

function showRole(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Role', id: `${subject.id}-role` }, role, subject);
}

function showPermission(key: string): RestEntity {
  return createRestEntity({ $type: 'Permission', id: key }, { name: () => key, key: () => key }, undefined);
}

function showIfThere(id: Id | undefined, show: Subject['show']): RestValue {
  return id === undefined ? null : show(id);
}
