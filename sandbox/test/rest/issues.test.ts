import { beforeEach, describe, expect, test } from '@jest/globals';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';
import { restWorld } from './rest-world.ts';

let rest: RestCaller;
beforeEach(async () => {
  rest = await createRestCaller(restWorld);
});

describe('reading issues', () => {
  test('without fields an issue is its id and its type', async () => {
    expect(await rest.call('jane', 'GET /api/issues/DEMO-1')).toEqual({
      status: 200,
      body: { id: expect.stringMatching(/^2-\d+$/), $type: 'Issue' },
    });
  });

  test('fields are answered nested, unknown ones left out', async () => {
    const { body } = await rest.call(
      'jane',
      'GET /api/issues/DEMO-1?fields=idReadable,summary,nonsense,project(shortName,leader(login)),reporter',
    );
    expect(body).toEqual({
      idReadable: 'DEMO-1',
      summary: 'Первая',
      project: { shortName: 'DEMO', leader: { login: 'jane', $type: 'Me' }, $type: 'Project' },
      reporter: { id: expect.any(String), $type: 'Me' },
      $type: 'Issue',
    });
  });

  test.each(['demo-1', 'OLD-7', 'old-7'])('%s is DEMO-1', async (id) => {
    expect((await rest.call('jane', `GET /api/issues/${id}?fields=idReadable`)).body.idReadable).toBe(
      'DEMO-1',
    );
  });

  test('the internal id serves as well', async () => {
    const { body } = await rest.call('jane', 'GET /api/issues/DEMO-1');
    expect((await rest.call('jane', `GET /api/issues/${body.id}?fields=idReadable`)).body.idReadable).toBe(
      'DEMO-1',
    );
  });

  test('custom fields come with their types and values', async () => {
    const { body } = await rest.call(
      'jane',
      'GET /api/issues/DEMO-1?fields=customFields(name,value(name,login,minutes,presentation))',
    );
    expect(body.customFields).toEqual([
      { name: 'State', value: { name: 'Open', $type: 'StateBundleElement' }, $type: 'StateIssueCustomField' },
      {
        name: 'Assignee',
        value: { login: 'jane', name: 'Жанна Роу', $type: 'Me' },
        $type: 'SingleUserIssueCustomField',
      },
      {
        name: 'Versions',
        value: [{ name: '1.0', $type: 'VersionBundleElement' }],
        $type: 'MultiVersionIssueCustomField',
      },
      { name: 'Due Date', value: 1767225600000, $type: 'DateIssueCustomField' },
      {
        name: 'Estimation',
        value: { minutes: 600, presentation: '1d 2h', $type: 'PeriodValue' },
        $type: 'PeriodIssueCustomField',
      },
      { name: 'Points', value: null, $type: 'SimpleIssueCustomField' },
    ]);
  });

  test.each([
    ['of another project', 'joe', 'OPS-1'],
    ['limited to a group', 'joe', 'DEMO-3'],
    ['that is nowhere', 'joe', 'DEMO-99'],
  ])('an issue %s is not found', async (_, login, id) => {
    expect(await rest.call(login, `GET /api/issues/${id}`)).toEqual({
      status: 404,
      body: { error: 'Not Found', error_description: `Issue with id ${id} not found` },
    });
  });

  test('a list has only what the caller may see', async () => {
    const ids = async (login?: string) =>
      (await rest.call(login, 'GET /api/issues?fields=idReadable')).body
        .map((issue: { idReadable: string }) => issue.idReadable)
        .sort();
    expect(await ids('admin')).toEqual(['DEMO-1', 'DEMO-2', 'DEMO-3', 'OPS-1']);
    expect(await ids('joe')).toEqual(['DEMO-1', 'DEMO-2']);
    expect(await ids()).toEqual(['DEMO-1', 'DEMO-2']);
  });

  test('$skip and $top cut a list, -1 is everything', async () => {
    expect((await rest.call('admin', 'GET /api/issues?$top=1')).body).toHaveLength(1);
    expect((await rest.call('admin', 'GET /api/issues?$skip=3')).body).toHaveLength(1);
    expect((await rest.call('admin', 'GET /api/issues?$top=-1')).body).toHaveLength(4);
    expect((await rest.call('admin', 'GET /api/issues?$top=x')).status).toBe(400);
  });

  test.each([
    ['unknown', { authorization: 'Bearer perm:nobody' }],
    ['banned', { authorization: 'Bearer perm:ghost' }],
    ['another scheme', { authorization: 'OAuth perm:jane' }],
    ['no scheme', { authorization: 'perm:jane' }],
    ['an internal id for a login', { authorization: 'Bearer perm:1-1' }],
  ])('a token that is %s is refused with 401', async (_, headers) => {
    const response = await rest.server.request('/api/issues/DEMO-1', { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Unauthorized', error_description: expect.any(String) });
  });

  test('a URL that cannot be decoded is refused with 400', async () => {
    expect((await rest.call('jane', 'GET /api/issues/%zz')).status).toBe(400);
    expect((await rest.call('jane', 'GET /api/issues?query=%e0%a4%a')).status).toBe(400);
  });
});

describe('writing issues', () => {
  test('an issue is made with its fields', async () => {
    const { status, body } = await rest.call(
      'jane',
      'POST /api/issues?fields=idReadable,summary,reporter(login),customFields(name,value(name))',
      {
        project: { shortName: 'DEMO' },
        summary: 'Новая',
        customFields: [{ name: 'versions', value: [{ name: '2.0' }] }],
      },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ idReadable: 'DEMO-4', summary: 'Новая', reporter: { login: 'jane' } });
    expect(body.customFields[0].value.name).toBe('Open');
    expect(body.customFields[2].value).toEqual([{ name: '2.0', $type: 'VersionBundleElement' }]);
  });

  test.each([
    ['no project', { summary: 'a' }, 400],
    ['a project nobody sees', { project: { shortName: 'OPS' }, summary: 'a' }, 404],
    ['no summary', { project: { shortName: 'DEMO' } }, 400],
    ['a blank summary', { project: { shortName: 'DEMO' }, summary: '  ' }, 400],
    [
      'a field the project has not',
      { project: { shortName: 'DEMO' }, summary: 'a', customFields: [{ name: 'Moon', value: null }] },
      400,
    ],
    [
      'a value the field has not',
      {
        project: { shortName: 'DEMO' },
        summary: 'a',
        customFields: [{ name: 'State', value: { name: 'Moon' } }],
      },
      400,
    ],
    [
      'a required field emptied',
      { project: { shortName: 'DEMO' }, summary: 'a', customFields: [{ name: 'State', value: null }] },
      400,
    ],
    [
      'a list where one value goes',
      { project: { shortName: 'DEMO' }, summary: 'a', customFields: [{ name: 'Points', value: [1] }] },
      400,
    ],
  ])('%s: nothing is made', async (_, body, status) => {
    expect((await rest.call('jane', 'POST /api/issues', body)).status).toBe(status);
    expect((await rest.call('admin', 'GET /api/issues?$top=-1')).body).toHaveLength(4);
  });

  test('what is not JSON is refused', async () => {
    const response = await rest.server.request('/api/issues', {
      method: 'POST',
      body: '{',
      headers: { authorization: 'Bearer perm:jane' },
    });
    expect(response.status).toBe(400);
  });

  test('without CREATE_ISSUE and UPDATE_ISSUE there is 403', async () => {
    expect(
      (await rest.call('joe', 'POST /api/issues', { project: { shortName: 'DEMO' }, summary: 'a' })).status,
    ).toBe(403);
    expect((await rest.call('joe', 'POST /api/issues/DEMO-1', { summary: 'a' })).status).toBe(403);
    expect((await rest.call('jane', 'DELETE /api/issues/DEMO-1')).status).toBe(403);
  });

  test('setting a resolved state resolves the issue', async () => {
    const { body } = await rest.call('jane', 'POST /api/issues/DEMO-1?fields=resolved', {
      customFields: [{ name: 'State', value: { name: 'fixed' } }],
    });
    expect(body.resolved).toEqual(expect.any(Number));
  });

  test('one custom field is set by its id', async () => {
    const { body } = await rest.call('jane', 'GET /api/issues/DEMO-1/customFields?fields=id,name');
    const points = body.find(({ name }: { name: string }) => name === 'Points');
    const { body: set } = await rest.call(
      'jane',
      `POST /api/issues/DEMO-1/customFields/${points.id}?fields=value`,
      { value: 5 },
    );
    expect(set.value).toBe(5);
  });

  test('visibility is limited and opened again', async () => {
    await rest.call('jane', 'POST /api/issues/DEMO-2', {
      visibility: { $type: 'LimitedVisibility', permittedGroups: [{ name: 'Team' }] },
    });
    expect((await rest.call('joe', 'GET /api/issues/DEMO-2')).status).toBe(404);
    await rest.call('jane', 'POST /api/issues/DEMO-2', { visibility: { $type: 'UnlimitedVisibility' } });
    expect((await rest.call('joe', 'GET /api/issues/DEMO-2')).status).toBe(200);
  });

  test('a moved issue gets a new readable id and answers to the former one', async () => {
    const { body } = await rest.call('admin', 'POST /api/issues/DEMO-1/project', { shortName: 'OPS' });
    expect(body.$type).toBe('Project');
    for (const id of ['DEMO-1', 'OPS-2', 'OLD-7']) {
      expect((await rest.call('admin', `GET /api/issues/${id}?fields=idReadable`)).body.idReadable).toBe(
        'OPS-2',
      );
    }
  });

  test('a deleted issue is gone', async () => {
    expect((await rest.call('admin', 'DELETE /api/issues/DEMO-1')).status).toBe(200);
    expect((await rest.call('admin', 'GET /api/issues/DEMO-1')).status).toBe(404);
  });
});

describe('parts of issues', () => {
  test('a comment is made, changed, deleted', async () => {
    const { body } = await rest.call(
      'jane',
      'POST /api/issues/DEMO-1/comments?fields=id,text,author(login)',
      { text: 'Привет' },
    );
    expect(body).toMatchObject({ text: 'Привет', author: { login: 'jane' } });
    const path = `/api/issues/DEMO-1/comments/${body.id}`;
    expect((await rest.call('jane', `POST ${path}?fields=text`, { text: 'Ade' })).body.text).toBe('Ade');
    expect((await rest.call('joe', `POST ${path}`, { text: 'x' })).status).toBe(403);
    expect((await rest.call('jane', `DELETE ${path}`)).status).toBe(200);
    expect((await rest.call('jane', `GET ${path}`)).status).toBe(404);
    expect((await rest.call('jane', 'GET /api/issues/DEMO-1/comments?fields=text')).body).toEqual([
      { text: 'Erstens', $type: 'IssueComment' },
    ]);
  });

  test('a comment of another issue is not found under this one', async () => {
    const { body } = await rest.call('jane', 'GET /api/issues/DEMO-1/comments');
    expect((await rest.call('jane', `GET /api/issues/DEMO-2/comments/${body[0].id}`)).status).toBe(404);
  });

  test('issues are linked and unlinked, seen from both sides', async () => {
    const { body } = await rest.call(
      'jane',
      'GET /api/issues/DEMO-1/links?fields=id,direction,linkType(name)',
    );
    const subtasks = body.find(
      (link: { direction: string; linkType: { name: string } }) =>
        link.linkType.name === 'Subtask' && link.direction === 'OUTWARD',
    );
    expect(
      (
        await rest.call('jane', `POST /api/issues/DEMO-1/links/${subtasks.id}/issues`, {
          idReadable: 'DEMO-2',
        })
      ).status,
    ).toBe(200);
    const parent = await rest.call('jane', 'GET /api/issues/DEMO-2?fields=parent(issues(idReadable))');
    expect(parent.body.parent.issues).toEqual([{ idReadable: 'DEMO-1', $type: 'Issue' }]);
    expect(
      (await rest.call('joe', `DELETE /api/issues/DEMO-1/links/${subtasks.id}/issues/DEMO-2`)).status,
    ).toBe(403);
    expect(
      (await rest.call('jane', `DELETE /api/issues/DEMO-1/links/${subtasks.id}/issues/DEMO-2`)).status,
    ).toBe(200);
    const left = await rest.call('jane', `GET /api/issues/DEMO-1/links/${subtasks.id}/issues`);
    expect(left.body).toEqual([]);
  });

  test('an issue is tagged and untagged; a stranger sees no private tag', async () => {
    const { body: tags } = await rest.call('jane', 'GET /api/tags?fields=id,name,owner(login)&query=важ');
    expect(tags).toEqual([expect.objectContaining({ name: 'Важно' })]);
    await rest.call('jane', 'POST /api/issues/DEMO-1/tags', { id: tags[0].id });
    expect((await rest.call('jane', 'GET /api/issues/DEMO-1?fields=tags(name)')).body.tags).toHaveLength(1);
    expect((await rest.call('joe', 'GET /api/issues/DEMO-1?fields=tags(name)')).body.tags).toEqual([]);
    await rest.call('jane', `DELETE /api/issues/DEMO-1/tags/${tags[0].id}`);
    expect((await rest.call('jane', 'GET /api/issues/DEMO-1/tags')).body).toEqual([]);
  });

  test('a file is attached and comes back byte by byte', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Привет']), 'привет.txt');
    const headers = { authorization: 'Bearer perm:jane' };
    const response = await rest.server.request('/api/issues/DEMO-1/attachments?fields=id,name,size,url', {
      method: 'POST',
      body: form,
      headers,
    });
    const [file] = await response.json();
    expect(file).toMatchObject({ name: 'привет.txt', size: 12 });
    const download = await rest.server.request(file.url, { headers });
    expect(await download.text()).toBe('Привет');
    expect(
      (await rest.server.request(file.url, { headers: { authorization: 'Bearer perm:ghost' } })).status,
    ).toBe(401);
  });
});
