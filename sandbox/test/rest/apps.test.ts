import { beforeEach, describe, expect, test } from '@jest/globals';
import { endpoint, handler, packApp } from '../support/pack-app.ts';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';
import { restWorld } from './rest-world.ts';

const settings = {
  type: 'object',
  properties: {
    site: { type: 'string', title: 'Site', default: 'https://example.com' },
    color: { type: 'string', enum: ['red', 'blue'] },
    limit: { type: 'integer', minimum: 1, 'x-scope': 'GLOBAL' },
    own: { type: 'boolean', 'x-scope': 'PROJECT' },
    token: { type: 'string', format: 'secret' },
    reviewer: { type: 'object', 'x-entity': 'User' },
    watchers: { type: 'array', items: { type: 'object', 'x-entity': 'User' } },
  },
};
const files = {
  'settings.json': settings,
  'entity-extensions.json': {
    entityTypeExtensions: [
      { entityType: 'Issue', properties: { note: { type: 'string' }, count: { type: 'integer' } } },
    ],
  },
  'issue.js': handler(
    endpoint('GET settings', 'ctx.response.json(JSON.parse(JSON.stringify(ctx.settings)))', "scope: 'issue'"),
    endpoint('GET note', 'ctx.response.json({ note: ctx.issue.extensionProperties.note })', "scope: 'issue'"),
    endpoint(
      'POST note',
      'ctx.issue.extensionProperties.note = ctx.request.body; ctx.response.json({})',
      "scope: 'issue'",
    ),
  ),
  'global.js': handler(
    endpoint('GET hello', 'console.log("Привет", ctx.currentUser.login); ctx.response.text("hi")'),
  ),
};
const prefix = '/api/issues/DEMO-1/extensionEndpoints/sample/issue';

let rest: RestCaller;
beforeEach(async () => {
  rest = await createRestCaller(restWorld);
  await rest.importApp(packApp('sample', files));
});

describe('importing apps', () => {
  test('the answer names the app', async () => {
    const { status, body } = await rest.importApp(packApp('другое'.replace(/./g, 'x'), {}));
    expect(status).toBe(200);
    expect(body).toEqual({ id: expect.any(String), $type: 'App' });
  });

  test('a package that is refused changes nothing', async () => {
    const { status, body } = await rest.importApp(packApp('sample', { 'issue.js': 'require("./nowhere")' }));
    expect(status).toBe(400);
    expect(body.error_description).toMatch(/nowhere/);
    expect((await rest.call('jane', `GET ${prefix}/note`)).status).toBe(200);
  });

  test('what is no multipart form is refused', async () => {
    expect((await rest.call('admin', 'POST /api/admin/apps/import', {})).status).toBe(400);
  });

  test.each(['jane', undefined])('%s may not import, list, read or remove apps', async (login) => {
    const { body } = await rest.call('admin', 'GET /api/admin/apps/sample');
    for (const request of [
      'GET /api/admin/apps',
      'GET /api/admin/apps/sample',
      `DELETE /api/admin/apps/${body.id}`,
      'POST /api/admin/apps/import',
    ]) {
      expect(await rest.call(login, request)).toMatchObject({ status: 403, body: { error: 'Forbidden' } });
    }
  });

  test('an app comes back byte by byte', async () => {
    const archive = packApp('sample', files);
    await rest.importApp(archive);
    const response = await rest.server.request('/api/admin/apps/sample', {
      headers: { authorization: 'Bearer perm:admin', accept: 'application/zip' },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(archive))).toBe(true);
  });

  test('a new version keeps settings and values whose declarations stay', async () => {
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: '{"site":"https://a.example","limit":5}',
    });
    await rest.call('jane', `POST ${prefix}/note`, 'Заметка');
    const next = structuredClone(settings);
    Object.assign(next.properties.limit, { type: 'string' });
    await rest.importApp(packApp('sample', { ...files, 'settings.json': next }));
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/sample/globalConfig?fields=globalSettings',
    );
    expect(JSON.parse(body.globalSettings)).toEqual({ site: 'https://a.example' });
    expect((await rest.call('jane', `GET ${prefix}/note`)).body).toEqual({ note: '"Заметка"' });
  });

  test('a vanished declaration takes its values along', async () => {
    await rest.call('jane', `POST ${prefix}/note`, 'x');
    const gone = { ...files, 'entity-extensions.json': { entityTypeExtensions: [] } };
    await rest.importApp(packApp('sample', gone));
    await rest.importApp(packApp('sample', files));
    expect((await rest.call('jane', `GET ${prefix}/note`)).body).toEqual({ note: null });
  });

  test('imports and attachments at the same time make one app and one attachment', async () => {
    const overlapping = await createRestCaller(restWorld, { writes: 'overlapping' });
    await Promise.all([1, 2, 3].map(() => overlapping.importApp(packApp('sample', files))));
    const { body } = await overlapping.call('admin', 'GET /api/admin/apps?fields=name,usages(id)');
    expect(body).toEqual([{ name: 'sample', usages: [expect.anything(), expect.anything()], $type: 'App' }]);
    const path = '/api/admin/projects/DEMO/appConfigurations';
    await overlapping.call('admin', `DELETE ${path}/sample`);
    const settings = ['site', 'color'].map((name) => ({
      app: { name: 'sample' },
      projectSettings: { [name]: 'red' },
    }));
    await Promise.all(settings.map((attached) => overlapping.call('admin', `POST ${path}`, attached)));
    const { body: attached } = await overlapping.call('admin', `GET ${path}?fields=projectSettings`);
    const kept = attached.map(({ projectSettings }: { projectSettings: string }) =>
      JSON.parse(projectSettings),
    );
    expect([[{ site: 'red' }], [{ color: 'red' }]]).toContainEqual(kept);
  });

  test('a removed app takes settings, attachments and values along', async () => {
    await rest.call('jane', `POST ${prefix}/note`, 'x');
    const { body } = await rest.call('admin', 'GET /api/admin/apps/sample');
    expect((await rest.call('admin', `DELETE /api/admin/apps/${body.id}`)).status).toBe(200);
    expect((await rest.call('jane', `GET ${prefix}/note`)).status).toBe(404);
    await rest.importApp(packApp('sample', files));
    expect((await rest.call('jane', `GET ${prefix}/note`)).body).toEqual({ note: null });
  });
});

describe('reading apps', () => {
  test('an app tells what it has', async () => {
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/sample?fields=name,version,enabled,hasWidgetOrHttp,globalConfig(enabled,missingRequiredSettings),attachedProjects(shortName),manifestFile(content),pluggableObjects(name,typeAlias,isGlobal,script(script)),settingsFile(id)',
    );
    expect(body).toMatchObject({
      name: 'sample',
      version: '1.0.0',
      enabled: true,
      hasWidgetOrHttp: true,
      globalConfig: { enabled: true, missingRequiredSettings: false },
      attachedProjects: [{ shortName: 'DEMO' }, { shortName: 'OPS' }],
    });
    expect(JSON.parse(body.manifestFile.content).name).toBe('sample');
    expect(body.pluggableObjects).toEqual([
      expect.objectContaining({
        name: 'issue',
        typeAlias: 'httpHandler',
        isGlobal: false,
        script: expect.objectContaining({ script: files['issue.js'] }),
      }),
      expect.objectContaining({ name: 'global', isGlobal: true }),
    ]);
  });

  test('the console of scripts is in the log, newest first', async () => {
    await rest.call('jane', 'GET /api/extensionEndpoints/sample/global/hello');
    await rest.call('admin', 'GET /api/extensionEndpoints/sample/global/hello');
    const { body } = await rest.call('admin', 'GET /api/admin/apps/sample/logs?$top=1');
    expect(body).toEqual([
      expect.objectContaining({ level: 'INFO', script: 'global', message: 'Привет admin' }),
    ]);
    const { body: rules } = await rest.call(
      'admin',
      'GET /api/admin/workflows/sample/rules/issue/logs?fields=message',
    );
    expect(rules).toEqual([]);
  });

  test('a requirement that a project does not meet is told for that project', async () => {
    const rule = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
      exports.rule = entities.Issue.onChange({ title: 'Needs', guard: () => false, action: () => {}, requirements: { Points: { type: entities.Field.integerType } } });`;
    await rest.importApp(packApp('needy', { 'rule.js': rule }));
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/needy?fields=hasBrokenUsages,usages(isBroken,project(shortName)),pluggableObjects(name,usages(isBroken,problems(message),configuration(project(shortName))))',
    );
    expect(body.hasBrokenUsages).toBe(true);
    expect(body.usages).toMatchObject([
      { isBroken: false, project: { shortName: 'DEMO' } },
      { isBroken: true, project: { shortName: 'OPS' } },
    ]);
    expect(body.pluggableObjects[0].usages).toMatchObject([
      { isBroken: false, problems: [], configuration: { project: { shortName: 'DEMO' } } },
      { isBroken: true, problems: [{ message: expect.stringContaining('Points') }] },
    ]);
  });
});

describe('settings', () => {
  test('project over global over default', async () => {
    const shown = async () => (await rest.call('jane', `GET ${prefix}/settings`)).body.site;
    expect(await shown()).toBe('https://example.com');
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: { site: 'https://global.example' },
    });
    expect(await shown()).toBe('https://global.example');
    await configure('DEMO', { projectSettings: '{"site":"https://project.example"}' });
    expect(await shown()).toBe('https://project.example');
    await configure('DEMO', { projectSettings: '{"site":null}' });
    expect(await shown()).toBe('https://global.example');
  });

  test.each([
    ['a value of another type', { limit: 'many' }],
    ['a number below the minimum', { limit: 0 }],
    ['a choice that is none', { color: 'green' }],
    ['a setting nobody declares', { moon: 1 }],
    ['a project setting on the global level', { own: true }],
    ['a user that is nowhere', { reviewer: { login: 'nobody' } }],
    ['text that is not JSON', '{'],
  ])('%s is refused and changes nothing', async (_, globalSettings) => {
    expect(
      (await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', { globalSettings })).status,
    ).toBe(400);
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/sample/globalConfig?fields=globalSettings',
    );
    expect(body.globalSettings).toBe('{}');
  });

  test('entities are set by login and print with their id', async () => {
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: { reviewer: { login: 'jane' }, watchers: [{ login: 'joe' }] },
    });
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/sample/globalConfig?fields=globalSettings',
    );
    expect(JSON.parse(body.globalSettings)).toEqual({
      reviewer: { id: expect.any(String), $type: 'User', login: 'jane' },
      watchers: [{ id: expect.any(String), $type: 'User', login: 'joe' }],
    });
  });

  test('a secret prints as a mask, and the mask written back leaves it', async () => {
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: { token: 'hunter2' },
    });
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/apps/sample/globalConfig?fields=globalSettings',
    );
    expect(body.globalSettings).not.toContain('hunter2');
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: body.globalSettings,
    });
    expect(rest.sandbox.apps.byName('sample')?.revealSecret('token')).toBe('hunter2');
    const shown = await rest.call('jane', `GET ${prefix}/settings`);
    expect(JSON.stringify(shown.body)).not.toContain('hunter2');
  });

  test('a required setting keeps the app inactive until it is set; a default does not help', async () => {
    const required = { ...settings, required: ['site'] };
    await rest.importApp(packApp('sample', { ...files, 'settings.json': required }));
    const state = 'GET /api/admin/apps/sample?fields=globalConfig(missingRequiredSettings),usages(isActive)';
    expect((await rest.call('admin', state)).body.globalConfig.missingRequiredSettings).toBe(true);
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(404);
    expect((await rest.call('jane', 'GET /api/extensionEndpoints/sample/global/hello')).status).toBe(404);
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', {
      globalSettings: { site: 'https://a.example' },
    });
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(200);
    expect((await rest.call('jane', 'GET /api/extensionEndpoints/sample/global/hello')).status).toBe(200);
  });
});

describe('attachment to projects', () => {
  const attached = '/api/admin/projects/DEMO/appConfigurations';

  test('a detached app is not found there, attached again it answers', async () => {
    const { body } = await rest.call('admin', `GET ${attached}?fields=id,app(name)`);
    expect(body).toEqual([expect.objectContaining({ app: { name: 'sample', $type: 'App' } })]);
    expect((await rest.call('admin', `DELETE ${attached}/${body[0].id}`)).status).toBe(200);
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(404);
    const { body: app } = await rest.call('admin', 'GET /api/admin/apps/sample');
    expect((await rest.call('admin', `POST ${attached}`, { app: { id: app.id } })).status).toBe(200);
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(200);
  });

  test('an app switched off in a project is not found there', async () => {
    await configure('DEMO', { enabled: false });
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(404);
    await configure('DEMO', { enabled: true });
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(200);
  });

  test('an app switched off globally is not found anywhere', async () => {
    await rest.call('admin', 'POST /api/admin/apps/sample/globalConfig', { enabled: false });
    expect((await rest.call('jane', `GET ${prefix}/settings`)).status).toBe(404);
    expect((await rest.call('jane', 'GET /api/extensionEndpoints/sample/global/hello')).status).toBe(404);
  });

  test('a project administrator needs no rights on apps', async () => {
    expect((await rest.call('jane', `GET ${attached}`)).status).toBe(403);
    expect((await rest.call('jane', 'GET /api/admin/projects/OPS/appConfigurations')).status).toBe(404);
  });

  test('a project made later has the apps that are attached everywhere', async () => {
    await rest.call('admin', 'POST /api/admin/projects', { shortName: 'NEW', name: 'Neu' });
    const { body } = await rest.call(
      'admin',
      'GET /api/admin/projects/NEW/appConfigurations?fields=app(name),isActive',
    );
    expect(body).toEqual([
      expect.objectContaining({ app: expect.objectContaining({ name: 'sample' }), isActive: true }),
    ]);
  });

  test('the world file says where an app is attached and how it is set', async () => {
    const apps = {
      sample: {
        projects: ['DEMO'],
        settings: { site: 'https://w.example' },
        projectSettings: { DEMO: { color: 'red' } },
      },
    };
    rest = await createRestCaller({ ...restWorld, apps });
    await rest.importApp(packApp('sample', files));
    expect((await rest.call('jane', `GET ${prefix}/settings`)).body).toMatchObject({
      site: 'https://w.example',
      color: 'red',
    });
    expect(
      (await rest.call('admin', 'GET /api/issues/OPS-1/extensionEndpoints/sample/issue/settings')).status,
    ).toBe(404);
  });
});

async function configure(project: string, body: Parameters<RestCaller['call']>[2]) {
  const { body: usages } = await rest.call('admin', `GET /api/admin/projects/${project}/appConfigurations`);
  const answer = await rest.call(
    'admin',
    `POST /api/admin/projects/${project}/appConfigurations/${usages[0].id}`,
    body,
  );
  expect(answer.status).toBe(200);
}
