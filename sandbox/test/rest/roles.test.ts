import { describe, expect, test } from '@jest/globals';
import { permissionKeys } from '../../src/world/permission-keys.ts';
import { createRestCaller } from '../support/rest-caller.ts';

const world = {
  users: [{ login: 'admin' }, { login: 'lead', fullName: 'Лиза' }, { login: 'joe' }],
  groups: [{ name: 'Team', users: ['joe'] }],
  projects: [
    { key: 'DEMO', name: 'Демо' },
    { key: 'OPS', name: 'Operations' },
  ],
  permissions: [
    { user: 'admin', keys: ['*'] },
    { user: 'lead', project: 'DEMO', keys: ['READ_PROJECT', 'UPDATE_PROJECT', 'READ_ISSUE'] },
    { group: 'Team', project: 'OPS', keys: ['READ_ISSUE'] },
  ],
};
const fields = 'id,role(permissions(id)),scope($type,project(shortName)),holder(login,name)';

describe('roles and who holds them', () => {
  test('are one for each entry of the world’s permissions, the platform’s own left out', async () => {
    const { call } = await createRestCaller(world);
    const { body } = await call('admin', `GET /api/assignedRoles?fields=${fields}`);
    expect(body).toMatchObject([
      { holder: { login: 'admin' }, scope: { $type: 'GlobalScope' } },
      { holder: { login: 'lead' }, scope: { $type: 'ProjectScope', project: { shortName: 'DEMO' } } },
      { holder: { name: 'Team' }, scope: { project: { shortName: 'OPS' } } },
    ]);
    expect(body[0].role.permissions).toHaveLength(permissionKeys.length);
    expect(body[2].role.permissions).toEqual([{ id: 'READ_ISSUE', $type: 'Permission' }]);
  });

  test('are shown to administrators of a project for that project, and to others not at all', async () => {
    const { call } = await createRestCaller(world);
    expect((await call('lead', `GET /api/assignedRoles?fields=${fields}`)).body).toMatchObject([
      { holder: { login: 'lead' } },
    ]);
    expect((await call('joe', 'GET /api/assignedRoles')).body).toEqual([]);
    expect((await call('joe', 'GET /api/roles')).status).toBe(403);
    expect((await call('joe', 'GET /api/permissions?$top=-1')).body).toHaveLength(permissionKeys.length);
  });

  test('are found one by one', async () => {
    const { call } = await createRestCaller(world);
    const { body } = await call('admin', 'GET /api/assignedRoles?fields=id,role(id)');
    expect((await call('admin', `GET /api/assignedRoles/${body[1].id}?fields=id`)).body.id).toBe(body[1].id);
    expect((await call('admin', `GET /api/roles/${body[1].role.id}?fields=id`)).body.id).toBe(
      body[1].role.id,
    );
    expect((await call('joe', `GET /api/assignedRoles/${body[1].id}`)).status).toBe(404);
    expect((await call('admin', 'GET /api/roles/nothing')).status).toBe(404);
  });
});
