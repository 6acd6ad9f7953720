import { describe, expect, test } from '@jest/globals';
import {
  authorized,
  demoLink,
  form,
  json,
  section,
  silent,
  startWorld,
  youtrackOrigin,
} from './fake-world.ts';

const links = '/v3/issues/TEST-1/remotelinks';
const english = { headers: { 'accept-language': 'en' } };
const newLink = { application: 'com.example.youtrack', key: 'DEMO-1' };

function textOf(html: string): string {
  const body = html.slice(html.indexOf('<main>'));
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('reading', () => {
  test('the first page lists queues and issues in the language of the reader', async () => {
    const { app } = startWorld();
    const russian = textOf(await (await app.request('/')).text());
    expect(russian).toContain('Очереди TEST Проверка TEST-1 Перенести отчёты В работе');
    expect(textOf(await (await app.request('/?lang=en')).text())).toContain(
      'TEST-1 Перенести отчёты In progress',
    );
  });

  test('the chosen language is remembered', async () => {
    const { app } = startWorld();
    const cookie = (await app.request('/?lang=en')).headers.get('set-cookie') ?? '';
    const page = await (await app.request('/TEST-1', { headers: { cookie } })).text();
    expect(page).toContain('<html lang="en">');
  });

  test('an issue is shown with everything that info gave', async () => {
    const info = {
      key: 'DEMO-1',
      summary: 'Отчёт не открывается',
      status: { name: 'Open', description: 'Ждёт разбора' },
      assignee: { login: 'irina' },
      updated: '2026-01-10T08:09:10.000+0300',
      deadline: '2026-01-14T00:00:00.000+0000',
    };
    const { app } = startWorld(() => Response.json(info));
    await app.request(links, json(demoLink));
    const page = await (await app.request('/TEST-1', english)).text();
    const text = textOf(page);
    for (const part of [
      'Перенести отчёты Status In progress Assignee Ирина Ковалёва Deadline 1 Dec 2026 Updated 2 Jan 2026, 03:04 UTC',
      'YouTrack DEMO-1 Отчёт не открывается Open Ждёт разбора Assignee: Ирина Ковалёва',
      'Updated: 10 Jan 2026, 05:09 UTC Deadline: 14 Jan 2026 (overdue)',
    ]) {
      expect(text).toContain(part);
    }
    expect(page).toContain(`href="${youtrackOrigin}/issue/DEMO-1"`);
  });

  test('a resolved object is struck through and no longer overdue', async () => {
    const resolution = { name: 'Fixed' };
    const info = { key: 'DEMO-1', summary: 'Готово', resolution, deadline: '2026-01-01T00:00:00.000+0000' };
    const { app } = startWorld(() => Response.json(info));
    await app.request(links, json(demoLink));
    const page = await (await app.request('/TEST-1', english)).text();
    expect(page).toMatch(/<s>.*Готово<\/s>/);
    expect(textOf(page)).toContain('Resolution: Fixed Deadline: 1 Jan 2026 ');
    expect(textOf(page)).not.toContain('(overdue)');
  });

  test('what applications say cannot become markup', async () => {
    const nasty = '"><script>alert(1)</script>';
    const info = { key: nasty, summary: nasty, status: { name: nasty }, iconUrl: `https://a.test/${nasty}` };
    const { app } = startWorld(() => Response.json(info));
    await app.request(links, json({ ...demoLink, key: nasty }));
    const response = await app.request('/TEST-1');
    expect(await response.text()).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each([
    [
      () => Response.json({ error_description: 'Нет такого.' }, { status: 404 }),
      'could not say what this is: answered 404: Нет такого.',
    ],
    [
      () => Response.json({ key: 'DEMO-1', summary: null }),
      'departs from the protocol: summary: expected string, received null',
    ],
    [silent, 'has not answered yet'],
  ])('a failing application is named plainly: %#', async (application, message) => {
    const { app } = startWorld(application, { pageWaitMs: 20 });
    await app.request(links, json(demoLink));
    const response = await app.request('/TEST-1', english);
    expect(response.status).toBe(200);
    expect(textOf(await response.text())).toContain(message);
  });

  test.each([
    ['/OLD-7', '/TEST-2'],
    ['/test-2', '/TEST-2'],
  ])('%p leads to %p', async (path, target) => {
    const { app } = startWorld();
    expect((await app.request(path)).headers.get('location')).toBe(target);
  });

  test.each(['/TEST-99', '/nothing/here', '/%3Cscript%3E'])('%p is not found', async (path) => {
    const { app } = startWorld();
    const response = await app.request(path, english);
    expect([response.status, textOf(await response.text())]).toEqual([
      404,
      'Not found There is no such issue or page. Queues',
    ]);
  });
});

describe('changing', () => {
  test('adding on the page makes the link and tells the application', async () => {
    const { app, received } = startWorld();
    const response = await app.request('/TEST-1/links', form({ ...newLink, key: ' DEMO-1 ' }));
    expect([response.status, response.headers.get('location')]).toEqual([303, '/TEST-1?call=1']);
    expect(received).toMatchObject([
      { method: 'POST', body: '{"issueKey":"TEST-1","entityIds":["DEMO-1"]}' },
    ]);
    const page = await (await app.request('/TEST-1?call=1', english)).text();
    expect(textOf(page)).toContain('The application has been told (DEMO-1).');
  });

  test('submitting twice doubles neither the link nor the call', async () => {
    const { app, received } = startWorld();
    await Promise.all([
      app.request('/TEST-1/links', form(newLink)),
      app.request('/TEST-1/links', form(newLink)),
    ]);
    await app.request('/TEST-1/links/1001/remove', form());
    const again = await app.request('/TEST-1/links/1001/remove', form());
    expect([again.status, again.headers.get('location')]).toEqual([303, '/TEST-1']);
    expect(received.map((call) => call.method)).toEqual(['POST', 'DELETE']);
    expect(await (await app.request(links, { headers: authorized })).json()).toEqual([]);
  });

  test('a refusal of the application is shown after the form is sent', async () => {
    const refusal = { error: 'not_found', error_description: 'Здесь нет NOPE-1.' };
    const { app } = startWorld(() => Response.json(refusal, { status: 404 }));
    const { headers } = await app.request('/TEST-1/links', form({ ...newLink, key: 'NOPE-1' }));
    const page = await (await app.request(headers.get('location') ?? '', english)).text();
    expect(textOf(page)).toContain(
      'The application did not accept it (NOPE-1): answered 404: Здесь нет NOPE-1.',
    );
  });

  test('an empty key is asked for again', async () => {
    const { app, received } = startWorld();
    const response = await app.request('/TEST-1/links', form({ ...newLink, key: '  ' }));
    expect([response.status, received]).toEqual([422, []]);
    expect(textOf(await response.text())).toContain('Введите ключ объекта, например DEMO-1.');
  });

  test('an application that does not allow it cannot be linked from the page', async () => {
    const [application] = section().applications;
    const config = { ...section(), applications: [{ ...application, canLinkFromFront: false }] };
    const { app, received } = startWorld(undefined, { config });
    const page = await (await app.request('/TEST-1', english)).text();
    expect(page).not.toContain('name="application"');
    expect(textOf(page)).toContain('No registered application allows links from this page');
    expect((await app.request('/TEST-1/links', form(newLink))).status).toBe(422);
    expect(received).toEqual([]);
  });

  test('what the application suggests can be linked', async () => {
    const { app, received } = startWorld(() =>
      Response.json({ suggestions: [{ key: 'DEMO-3', summary: 'Третья' }] }),
    );
    const page = await (
      await app.request('/TEST-1?application=com.example.youtrack&key=тре%26', english)
    ).text();
    expect(received[0]?.url).toBe(`${youtrackOrigin}/suggest?input=%D1%82%D1%80%D0%B5%26`);
    expect(textOf(page)).toContain('Found DEMO-3 Третья');
    expect(page).toContain('name="key" value="DEMO-3"');
  });

  test('a page of another site cannot submit the forms', async () => {
    const { app } = startWorld();
    const response = await app.request('/TEST-1/links', {
      ...form(newLink),
      headers: { origin: 'https://evil.test' },
    });
    expect(response.status).toBe(403);
  });
});
