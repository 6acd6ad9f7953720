import { beforeEach, describe, expect, test } from '@jest/globals';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';
import { restWorld } from './rest-world.ts';

let rest: RestCaller;
beforeEach(async () => {
  rest = await createRestCaller(restWorld);
});

describe('articles', () => {
  test('an article is read with its author, parent and children', async () => {
    const { body } = await rest.call(
      'jane',
      'GET /api/articles/demo-a-1?fields=idReadable,summary,reporter(login),childArticles(idReadable),parentArticle',
    );
    expect(body).toEqual({
      idReadable: 'DEMO-A-1',
      summary: 'Статья',
      reporter: { login: 'jane', $type: 'Me' },
      childArticles: [{ idReadable: 'DEMO-A-2', $type: 'Article' }],
      parentArticle: null,
      $type: 'Article',
    });
  });

  test('an article is made under another one, changed and deleted', async () => {
    const { body } = await rest.call(
      'jane',
      'POST /api/articles?fields=idReadable,parentArticle(idReadable)',
      {
        project: { shortName: 'DEMO' },
        summary: 'Neu',
        parentArticle: { idReadable: 'DEMO-A-1' },
      },
    );
    expect(body).toMatchObject({ idReadable: 'DEMO-A-3', parentArticle: { idReadable: 'DEMO-A-1' } });
    expect(
      (await rest.call('jane', 'POST /api/articles/DEMO-A-3?fields=content', { content: 'x' })).body.content,
    ).toBe('x');
    expect((await rest.call('jane', 'DELETE /api/articles/DEMO-A-3')).status).toBe(403);
    expect((await rest.call('admin', 'DELETE /api/articles/DEMO-A-3')).status).toBe(200);
    expect((await rest.call('jane', 'GET /api/articles/DEMO-A-3')).status).toBe(404);
  });

  test('an article cannot lie under its own child', async () => {
    const { status } = await rest.call('jane', 'POST /api/articles/DEMO-A-1', {
      parentArticle: { id: 'DEMO-A-2' },
    });
    expect(status).toBe(400);
  });

  test('who may not read articles finds none', async () => {
    expect((await rest.call('joe', 'GET /api/articles/DEMO-A-1')).status).toBe(404);
    expect((await rest.call('joe', 'GET /api/articles')).body).toEqual([]);
  });

  test('an article is commented', async () => {
    const { body } = await rest.call('jane', 'POST /api/articles/DEMO-A-1/comments?fields=text', {
      text: 'Да',
    });
    expect(body).toEqual({ text: 'Да', $type: 'ArticleComment' });
  });
});

describe('projects', () => {
  test('a project is found by key in any letter case and by id', async () => {
    const { body } = await rest.call('joe', 'GET /api/admin/projects/demo?fields=id,shortName,name,archived');
    expect(body).toMatchObject({ shortName: 'DEMO', name: 'Демо', archived: false });
    expect(
      (await rest.call('joe', `GET /api/admin/projects/${body.id}?fields=shortName`)).body.shortName,
    ).toBe('DEMO');
    expect((await rest.call('joe', 'GET /api/admin/projects/OPS')).status).toBe(404);
  });

  test('a project is made, archived and deleted, by those who may', async () => {
    const created = await rest.call('admin', 'POST /api/admin/projects?fields=shortName', {
      shortName: 'NEW',
      name: 'Neu',
      leader: { login: 'jane' },
    });
    expect(created.body.shortName).toBe('NEW');
    expect(
      (await rest.call('admin', 'POST /api/admin/projects', { shortName: 'new', name: 'x' })).status,
    ).toBe(400);
    expect((await rest.call('jane', 'POST /api/admin/projects', { shortName: 'X', name: 'x' })).status).toBe(
      403,
    );
    expect(
      (await rest.call('admin', 'POST /api/admin/projects/NEW?fields=archived', { archived: true })).body
        .archived,
    ).toBe(true);
    expect((await rest.call('admin', 'DELETE /api/admin/projects/NEW')).status).toBe(200);
    expect((await rest.call('admin', 'GET /api/admin/projects/NEW')).status).toBe(404);
  });

  test('custom fields show what there is to choose from', async () => {
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/projects/DEMO/customFields?fields=field(name,fieldType(isBundleType,isMultiValue,valueType)),bundle(values(name)),canBeEmpty&$top=3',
    );
    expect(body[0]).toEqual({
      field: {
        name: 'State',
        fieldType: { isBundleType: true, isMultiValue: false, valueType: 'state', $type: 'FieldType' },
        $type: 'CustomField',
      },
      bundle: {
        values: [
          { name: 'Open', $type: 'StateBundleElement' },
          { name: 'Fixed', $type: 'StateBundleElement' },
        ],
        $type: 'StateBundle',
      },
      canBeEmpty: false,
      $type: 'StateProjectCustomField',
    });
    expect(body[2].field.fieldType).toMatchObject({ isMultiValue: true, valueType: 'version' });
  });
});

describe('users and groups', () => {
  test('users/me is the caller, also when it is the guest', async () => {
    expect((await rest.call('jane', 'GET /api/users/me?fields=login,email')).body).toEqual({
      login: 'jane',
      email: 'jane@example.com',
      $type: 'Me',
    });
    expect((await rest.call(undefined, 'GET /api/users/me?fields=login,guest')).body).toEqual({
      login: 'guest',
      guest: true,
      $type: 'Me',
    });
  });

  test('the address of others is for those with READ_USER', async () => {
    expect((await rest.call('jane', 'GET /api/users/joe?fields=login,email')).body).toEqual({
      login: 'joe',
      email: null,
      $type: 'User',
    });
    expect((await rest.call('admin', 'GET /api/users/joe?fields=email')).body.email).toBe('joe@example.com');
    expect((await rest.call('joe', 'GET /api/users/jane')).status).toBe(404);
  });

  test('a user is made, banned and deleted, by those who may', async () => {
    const made = await rest.call('admin', 'POST /api/users?fields=login,fullName', {
      login: 'neu',
      fullName: 'Новый',
    });
    expect(made.body).toMatchObject({ login: 'neu', fullName: 'Новый' });
    expect((await rest.call('neu', 'GET /api/users/me')).status).toBe(200);
    expect((await rest.call('jane', 'POST /api/users/neu', { banned: true })).status).toBe(403);
    await rest.call('admin', 'POST /api/users/neu', { banned: true });
    expect((await rest.call('neu', 'GET /api/users/me')).status).toBe(401);
    expect((await rest.call('admin', 'DELETE /api/users/neu')).status).toBe(200);
    expect((await rest.call('admin', 'GET /api/users/neu')).status).toBe(404);
  });

  test('groups show their members', async () => {
    const { body } = await rest.call(
      'jane',
      'GET /api/groups?query=team&fields=name,userCount,ownUsers(login)',
    );
    expect(body).toContainEqual({
      name: 'Team',
      userCount: 1,
      ownUsers: [{ login: 'jane', $type: 'Me' }],
      $type: 'UserGroup',
    });
  });
});

describe('the server itself', () => {
  test('global settings tell the base address', async () => {
    const { body } = await rest.call('admin', 'GET /api/admin/globalSettings?fields=systemSettings(baseUrl)');
    expect(body.systemSettings.baseUrl).toBe('http://youtrack.test');
  });

  test('the permission cache tells global permissions from those in projects', async () => {
    const { body } = await rest.call(
      'joe',
      'GET /api/permissions/cache?fields=global,permission(key),projects(shortName)',
    );
    expect(body).toContainEqual({
      global: false,
      permission: { key: 'READ_ISSUE', $type: 'Permission' },
      projects: [{ shortName: 'DEMO', $type: 'Project' }],
      $type: 'PermissionCache',
    });
  });

  test('what no resource is called is not emulated', async () => {
    expect(await rest.call('admin', 'GET /api/nowhere')).toEqual({
      status: 501,
      body: { error: 'Not Implemented', error_description: expect.any(String) },
    });
  });
});
