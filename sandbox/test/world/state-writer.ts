import { writeSync } from 'node:fs';
import { createWorld } from '../../src/world/create-world.ts';

/** A process of its own that writes to a world without end and names each number once its commit was answered. */
async function writeForever(stateFile: string): Promise<void> {
  const clock = { now: () => 0, at: () => () => {} };
  const world = await createWorld({
    json: { users: [{ login: 'jane' }] },
    writes: 'serial',
    clock,
    stateFile,
  });
  for (;;) {
    const number = await world.transactions.run('write', (tx) => {
      const [jane = ''] = tx.find('User', 'login', 'jane');
      const next = Number(tx.get(jane, 'ext:app:count') ?? 0) + 1;
      tx.set(jane, 'ext:app:count', next);
      tx.create('Tag', { name: `Метка ${next}`, owner: { ref: jane } });
      return next;
    });
    writeSync(1, `${number}\n`);
  }
}

void writeForever(process.argv[2] ?? '');
