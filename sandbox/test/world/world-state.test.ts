import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { findIssue, findUser } from '../../src/world/lookup.ts';
import { StateFileError } from '../../src/world/state-file.ts';
import { change, look, openWorld } from './open-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'world-state-'));
const writer = join(folder, 'writer.mjs');
let stateFile = '';

const json = {
  users: [{ login: 'jane', fullName: 'Яна Роу' }],
  projects: [
    { key: 'DEMO', name: 'Demo', fields: [{ name: 'State', type: 'state', values: [{ name: 'Open' }] }] },
  ],
  issues: [
    { id: 'DEMO-1', summary: 'Первая', reporter: 'jane', fields: { State: 'Open' } },
    { id: 'DEMO-2', summary: 'Second', formerIds: ['OLD-7'] },
  ],
  apps: {
    links: {
      settings: { url: 'https://example.com' },
      extensionProperties: { Issue: { 'DEMO-1': { n: 1 } } },
    },
  },
  tracker: { queues: ['TEST'] },
};

beforeAll(() => {
  buildSync({
    entryPoints: ['sandbox/test/world/state-writer.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: writer,
  });
});

beforeEach(() => {
  stateFile = join(mkdtempSync(join(folder, 'case-')), 'state.jsonl');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a world with a state file', () => {
  test('keeps it, with the secrets of apps, from other people of the machine', async () => {
    const world = await openWorld(json, { stateFile });
    await world.close();
    expect(statSync(stateFile).mode & 0o077).toBe(0);
  });

  test('is there again after a restart, with what was written, without its world file', async () => {
    const first = await openWorld(json, { stateFile });
    await change(first, (tx) => {
      tx.set(findIssue(tx, 'DEMO-1') ?? '', 'summary', 'Изменённая');
      tx.remove(findIssue(tx, 'DEMO-2') ?? '');
      tx.create('Tag', { name: 'new', owner: { ref: findUser(tx, 'jane') ?? '' } });
    });
    first.slots.write('package:links', 'UEs=');
    await first.close();

    const second = await openWorld({}, { stateFile });

    const found = await look(second, (tx) => ({
      summary: tx.get(findIssue(tx, 'demo-1') ?? '', 'summary'),
      state: tx.get(tx.find('Issue', 'ext:links:n', 1)[0] ?? '', 'field:State'),
      removed: findIssue(tx, 'OLD-7'),
      tags: tx.find('Tag', 'name', 'NEW').length,
    }));
    expect(found).toEqual({ summary: 'Изменённая', state: { ref: '69-1' }, removed: undefined, tags: 1 });
    expect(second.slots.read('package:links')).toBe('UEs=');
    expect(second.apps).toEqual(json.apps);
    expect(second.tracker).toEqual(json.tracker);
    await second.close();
  });

  test('gives no id or number twice, those of removed entities and undone transactions included', async () => {
    const first = await openWorld(json, { stateFile });
    const gone = await change(first, (tx) => {
      const tag = tx.create('Tag', { name: 'x' });
      tx.takeNumber('links');
      return tag;
    });
    await change(first, (tx) => tx.remove(gone));
    await first.close();

    const second = await openWorld({}, { stateFile });
    const made = await change(second, (tx) => [tx.create('Tag', { name: 'y' }), tx.takeNumber('links')]);

    expect(made).toEqual(['6-2', 2]);
    await second.close();
  });

  test('loses nothing that was answered when its process is killed at any moment', async () => {
    for (const answers of [1, 7, 40, 3, 111]) {
      const last = await killAfter(answers);
      const world = await openWorld({}, { stateFile });
      const found = await look(world, (tx) => ({
        count: Number(tx.get(findUser(tx, 'jane') ?? '', 'ext:app:count')),
        tags: [...tx.all('Tag')].length,
      }));
      expect(found.count).toBeGreaterThanOrEqual(last);
      expect(found.tags).toBe(found.count);
      await world.close();
    }
  });

  test('is as before the last commit wherever that was cut off', async () => {
    const world = await openWorld(json, { stateFile });
    const whole = readFileSync(stateFile);
    await change(world, (tx) => tx.set(findUser(tx, 'jane') ?? '', 'fullName', 'Жанна'));
    await world.close();
    const line = readFileSync(stateFile).subarray(whole.length);
    expect(line.length).toBeGreaterThan(20);

    for (let length = 0; length < line.length; length++) {
      writeFileSync(stateFile, Buffer.concat([whole, line.subarray(0, length)]));
      const again = await openWorld({}, { stateFile });
      expect(await look(again, (tx) => tx.get(findUser(tx, 'jane') ?? '', 'fullName'))).toBe('Яна Роу');
      await again.close();
      expect(readFileSync(stateFile)).toEqual(whole);
    }
  });

  test.each([
    ['unfinished', '{"changed":[{"id":"1-1","val'],
    ['unreadable', '\0\0\0\0ю\n'],
  ])('goes on after an %s commit as if that had never been', async (_, cutOff) => {
    const first = await openWorld(json, { stateFile });
    await first.close();
    appendFileSync(stateFile, cutOff);
    const second = await openWorld({}, { stateFile });
    await change(second, (tx) => tx.set(findUser(tx, 'jane') ?? '', 'email', 'jane@example.com'));
    await second.close();

    const third = await openWorld({}, { stateFile });

    expect(await look(third, (tx) => tx.get(findUser(tx, 'jane') ?? '', 'email'))).toBe('jane@example.com');
    await third.close();
  });

  test('keeps the old file when its process died while a new one was written', async () => {
    const first = await openWorld(json, { stateFile });
    await first.close();
    writeFileSync(`${stateFile}.new`, '{"format":"youtrack-sandbox","version":1,"sect');

    const second = await openWorld({}, { stateFile });

    expect(await look(second, (tx) => findIssue(tx, 'DEMO-1'))).toBe('2-1');
    await second.close();
  });

  test('is written anew when long, keeping the same world', async () => {
    const world = await openWorld(json, { stateFile });
    const big = 'я'.repeat(2_000_000);
    for (let round = 0; round < 6; round++)
      await change(world, (tx) => tx.set(findIssue(tx, 'DEMO-1') ?? '', 'description', `${round}${big}`));
    world.slots.write('small', round(6));
    await world.close();

    const lines = readFileSync(stateFile, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(8);
    expect(readdirSync(join(stateFile, '..'))).toEqual(['state.jsonl']);
    const again = await openWorld({}, { stateFile });
    expect(await look(again, (tx) => tx.get(findIssue(tx, 'DEMO-1') ?? '', 'description'))).toBe(`5${big}`);
    expect(again.slots.read('small')).toBe(round(6));
    await again.close();
  });

  test('keeps the slots in use by name, and frees those set to null', async () => {
    const first = await openWorld(json, { stateFile });
    first.slots.write('package:a', 'x');
    first.slots.write('package:b', ['я', 1]);
    first.slots.write('jobs', []);
    first.slots.write('package:a', null);
    await first.close();

    const second = await openWorld({}, { stateFile });

    expect(second.slots.names('package:')).toEqual(['package:b']);
    expect([second.slots.read('package:a'), second.slots.read('package:b')]).toEqual([undefined, ['я', 1]]);
    await second.close();
  });

  test('begins from the world file when the state file is empty', async () => {
    writeFileSync(stateFile, '');

    const world = await openWorld(json, { stateFile });

    expect(await look(world, (tx) => findIssue(tx, 'DEMO-1'))).toBe('2-1');
    await world.close();
  });

  test('cannot be opened when the file is something else, or damaged in the middle', async () => {
    writeFileSync(stateFile, '{"some":"json"}\n');
    await expect(openWorld({}, { stateFile })).rejects.toThrow(StateFileError);

    writeFileSync(
      stateFile,
      '{"format":"youtrack-sandbox","version":1,"sections":{"apps":{}}}\nrubbish\n{}\n',
    );
    await expect(openWorld({}, { stateFile })).rejects.toThrow(/^State file .*: line 2 is damaged$/);
  });

  test('cannot be opened in a folder that is not there, and says so in one line', async () => {
    const opening = openWorld({}, { stateFile: join(folder, 'nowhere', 'state.jsonl') });

    await expect(opening).rejects.toThrow(/^State file .*: cannot write it \(ENOENT\)$/);
  });

  test('refuses writes after it was closed and keeps nothing of them', async () => {
    const world = await openWorld(json, { stateFile });
    await world.close();

    const late = change(world, (tx) => tx.set(findUser(tx, 'jane') ?? '', 'fullName', 'late'));

    await expect(late).rejects.toThrow('is closed');
    expect(await look(world, (tx) => tx.get(findUser(tx, 'jane') ?? '', 'fullName'))).toBe('Яна Роу');
  });
});

function round(number: number): string {
  return `round ${number}`;
}

/** Runs the writer until it has named so many numbers, kills it, and tells the last number it named. */
function killAfter(answers: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, stateFile], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let isKilled = false;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      if (!isKilled && output.split('\n').length > answers) isKilled = child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(Number(output.split('\n').at(-2))));
  });
}
