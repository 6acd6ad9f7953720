import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const token = 'Bearer perm:admin';
const applications = { issue: 'com.example.youtrack.issue', article: 'com.example.youtrack.article' };

/** Links that are there from the start, made the way people make them: in Tracker. */
const links = [
  ['TEST-1', 'DEMO-1'],
  ['TEST-3', 'DEMO-1'],
  ['TEST-1', 'DEMO-A-2'],
  ['TEST-6', 'OPS-3'],
  ['SHOP-1', 'LAB-1'],
  ['SHOP-5', 'DEMO-10'],
];

/** What an administrator sets in the app so that it tells Tracker what changes in YouTrack; the stand-in takes any token. */
const connection = {
  serviceAccount: 'tracker-robot',
  trackerOrganizationId: '4711',
  trackerAuthorization: 'OAuth demo',
  issueApplication: applications.issue,
  articleApplication: applications.article,
  trackerDetails: 'readers',
};

await build();
const sandbox = spawn(
  process.execPath,
  [
    'sandbox/run.mjs',
    ...['--quiet', '--world', 'demo/world.json', '--map', 'api.tracker.yandex.net=tracker'],
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => sandbox.kill(signal));
sandbox.on('exit', (code) => process.exit(code ?? 0));
createInterface(sandbox.stdout).on('line', (line) => {
  if (!line.startsWith('ready ')) return console.log(line);
  furnish(JSON.parse(line.slice('ready '.length)), line).catch((error) => {
    console.error(error.message);
    sandbox.kill('SIGTERM');
    process.exitCode = 1;
  });
});

function build() {
  return new Promise((resolve) => {
    spawn(process.execPath, ['build.mjs'], { stdio: 'inherit' }).on('exit', (code) =>
      code === 0 ? resolve() : process.exit(1),
    );
  });
}

/** Brings the app in by the import endpoint, as an administrator does, the first links in by Tracker, and connects the two. */
async function furnish({ youtrack, tracker }, readyLine) {
  const isNew = (await findApp(youtrack)) === undefined;
  const form = new FormData();
  form.set('file', new Blob([await readFile('tracker-links.zip')]), 'tracker-links.zip');
  await send(`${youtrack}/api/admin/apps/import`, {
    method: 'POST',
    headers: { authorization: token },
    body: form,
  });
  for (const [issueKey, key] of links) await linkInTracker(tracker, issueKey, key);
  await connect(youtrack);
  // What people begin anew with is the demo as it is now, unless a state file went on from an earlier start.
  if (isNew) await send(`${youtrack}/api/_sandbox/beginning`, { method: 'POST' });
  console.log(readyLine);
  console.log(whatToTry(youtrack, tracker));
}

async function linkInTracker(tracker, issueKey, key) {
  await send(`${tracker}/v3/issues/${issueKey}/remotelinks?backlink=true`, {
    method: 'POST',
    headers: { authorization: 'OAuth demo', 'content-type': 'application/json' },
    body: JSON.stringify({
      relationship: 'RELATES',
      key,
      origin: key.includes('-A-') ? applications.article : applications.issue,
    }),
  });
}

async function connect(youtrack) {
  const { id } = await findApp(youtrack);
  await send(`${youtrack}/api/admin/apps/${id}/globalConfig`, {
    method: 'POST',
    headers: { authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify({ globalSettings: connection }),
  });
}

async function findApp(youtrack) {
  const headers = { authorization: token };
  const apps = await (await send(`${youtrack}/api/admin/apps?fields=id,name`, { headers })).json();
  return apps.find(({ name }) => name === 'tracker-links');
}

async function send(url, init) {
  const answer = await fetch(url, init);
  if (!answer.ok)
    throw new Error(`${init.method ?? 'GET'} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

function whatToTry(youtrack, tracker) {
  const curl = "curl -H 'Authorization: Bearer perm:jane'";
  const issue = `${youtrack}/api/issues/DEMO-2/extensionEndpoints/tracker-links/issue`;
  return `
Ask what an issue is about, link it to Tracker's TEST-2, and remove the link again:

${curl} '${issue}/info'
${curl} -X POST -d '{"issueKey":"TEST-2"}' '${issue}/links'
${curl} -X DELETE '${issue}/links?issueKey=TEST-2'

Link it in YouTrack, and a moment later Tracker has the link too, at ${tracker}/SHOP-3

${curl} -X POST -d '{"issueKey":"SHOP-3"}' '${issue}/links'

An issue in Tracker, with its links:   ${tracker}/TEST-1
The same in YouTrack, as jane:         ${youtrack}/issue/DEMO-1?as=jane
The administration page, as admin:     ${youtrack}/admin/app/tracker-links/administration?as=admin
All of YouTrack:                       ${youtrack}/
Ctrl-C ends it.
`;
}
