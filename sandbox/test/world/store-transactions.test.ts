import { describe, expect, test } from '@jest/globals';
import type { World } from '../../src/world/create-world.ts';
import { findUser } from '../../src/world/lookup.ts';
import { ReadonlyTransactionError, type Transaction } from '../../src/world/transaction.ts';
import { change, look, openWorld, StoppedClock } from './open-world.ts';

const people = { users: [{ login: 'jane', fullName: 'Jane Roe' }, { login: 'пётр' }] };

function jane(tx: Transaction): string {
  return findUser(tx, 'jane') ?? '';
}

function nameOfJane(world: World): Promise<unknown> {
  return look(world, (tx) => tx.get(jane(tx), 'fullName'));
}

/** A promise and the function that resolves it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe.each(['serial', 'overlapping'] as const)('%s transactions', (writes) => {
  test('a committed write is seen by the next transaction', async () => {
    const world = await openWorld(people, { writes });

    await change(world, (tx) => tx.set(jane(tx), 'fullName', 'Яна'));

    expect(await nameOfJane(world)).toBe('Яна');
  });

  test('a transaction sees its own writes at once, and the value it began with as the original', async () => {
    const world = await openWorld(people, { writes });

    const seen = await change(world, (tx) => {
      tx.set(jane(tx), 'fullName', 'Janet');
      return [tx.get(jane(tx), 'fullName'), tx.original(jane(tx), 'fullName')];
    });

    expect(seen).toEqual(['Janet', 'Jane Roe']);
  });

  test('when the work throws, nothing of it is kept and the caller gets the error', async () => {
    const world = await openWorld(people, { writes });

    const failed = change(world, (tx) => {
      tx.set(jane(tx), 'fullName', 'Janet');
      tx.create('Tag', { name: 'urgent' });
      throw new RangeError('boom');
    });

    await expect(failed).rejects.toThrow(new RangeError('boom'));
    expect(await nameOfJane(world)).toBe('Jane Roe');
    expect(await look(world, (tx) => [...tx.all('Tag')])).toEqual([]);
  });

  test('when the work rejects later, nothing of it is kept', async () => {
    const world = await openWorld(people, { writes });

    const failed = world.transactions.run('write', async (tx) => {
      tx.set(jane(tx), 'fullName', 'Janet');
      await Promise.resolve();
      throw new Error('later');
    });

    await expect(failed).rejects.toThrow('later');
    expect(await nameOfJane(world)).toBe('Jane Roe');
  });

  test('a reading transaction cannot set, create, remove or take numbers', async () => {
    const world = await openWorld(people, { writes });

    await look(world, (tx) => {
      expect(() => tx.set(jane(tx), 'fullName', 'x')).toThrow(ReadonlyTransactionError);
      expect(() => tx.create('Tag', { name: 'x' })).toThrow(ReadonlyTransactionError);
      expect(() => tx.remove(jane(tx))).toThrow(ReadonlyTransactionError);
      expect(() => tx.takeNumber('n')).toThrow(ReadonlyTransactionError);
    });
  });

  test('a transaction cannot be used after its end', async () => {
    const world = await openWorld(people, { writes });
    let kept: Transaction | undefined;

    await change(world, (tx) => {
      kept = tx;
    });

    expect(() => kept?.typeOf('1-1')).toThrow('This transaction is over');
    expect(() => kept?.create('Tag', {})).toThrow('This transaction is over');
  });
});

describe('serial transactions', () => {
  test('run one by one in the order they were asked for, reading ones too', async () => {
    const world = await openWorld(people);
    const order: string[] = [];
    const { open, opened } = gate();

    const first = world.transactions.run('write', async (tx) => {
      await opened;
      tx.set(jane(tx), 'fullName', 'first');
      order.push('first');
    });
    const second = look(world, (tx) => order.push(`second saw ${String(tx.get(jane(tx), 'fullName'))}`));
    const third = change(world, () => order.push('third'));
    open();
    await Promise.all([first, second, third]);

    expect(order).toEqual(['first', 'second saw first', 'third']);
  });

  test('one that fails does not hold up the next', async () => {
    const world = await openWorld(people);

    const failed = change(world, () => {
      throw new Error('boom');
    });
    const next = look(world, (tx) => tx.typeOf(jane(tx)));

    await expect(failed).rejects.toThrow('boom');
    expect(await next).toBe('User');
  });

  test('five read-modify-writes at once keep all five additions', async () => {
    expect(await additionsKept('serial')).toBe(5);
  });
});

describe('overlapping transactions', () => {
  test('of five read-modify-writes at once the last one wins and four are lost', async () => {
    expect(await additionsKept('overlapping')).toBe(1);
  });

  test('writes to different properties of one entity are both kept', async () => {
    const world = await openWorld(people, { writes: 'overlapping' });

    await Promise.all([
      change(world, (tx) => tx.set(jane(tx), 'fullName', 'Janet')),
      change(world, (tx) => tx.set(jane(tx), 'email', 'janet@example.com')),
    ]);

    const found = await look(world, (tx) => [tx.get(jane(tx), 'fullName'), tx.get(jane(tx), 'email')]);
    expect(found).toEqual(['Janet', 'janet@example.com']);
  });

  test('a reader goes on seeing what was there when it began', async () => {
    const world = await openWorld(people, { writes: 'overlapping' });
    const { open, opened } = gate();

    const reading = world.transactions.run('read', async (tx) => {
      await opened;
      return [
        tx.get(jane(tx), 'fullName'),
        tx.find('User', 'fullName', 'Janet'),
        tx.find('User', 'fullName', 'jane roe'),
      ];
    });
    await change(world, (tx) => tx.set(jane(tx), 'fullName', 'Janet'));
    open();

    expect(await reading).toEqual(['Jane Roe', [], ['1-1']]);
  });

  test('a reference to an entity that another one removed reads as unset', async () => {
    const world = await openWorld(people, { writes: 'overlapping' });

    const [tag] = await Promise.all([
      change(world, (tx) =>
        tx.create('Tag', { name: 'late', owner: { ref: jane(tx) }, permittedReadUsers: [{ ref: jane(tx) }] }),
      ),
      change(world, (tx) => tx.remove(jane(tx))),
    ]);

    const found = await look(world, (tx) => [tx.get(tag, 'owner'), tx.get(tag, 'permittedReadUsers')]);
    expect(found).toEqual([null, []]);
  });

  test('two creations at once never get the same id or number', async () => {
    const world = await openWorld(people, { writes: 'overlapping' });
    const create = () =>
      change(world, (tx) => `${tx.create('Tag', { name: 'x' })} ${tx.takeNumber('number')}`);

    const made = await Promise.all([create(), create(), create()]);

    expect(new Set(made).size).toBe(3);
  });

  test('on the clock, a write is held until the clock has moved on', async () => {
    const clock = new StoppedClock();
    const world = await openWorld(people, { writes: 'overlapping', clock });

    const held = world.transactions.run('write', (tx) => tx.set(jane(tx), 'fullName', 'early'), {
      holdOn: 'clock',
    });
    await change(world, (tx) => tx.set(jane(tx), 'fullName', 'late'));
    expect(await nameOfJane(world)).toBe('late');
    clock.advance(30);
    await held;

    expect(await nameOfJane(world)).toBe('early');
  });

  test('two runs with the same requests commit in the same order', async () => {
    const once = async () => {
      const world = await openWorld(people, { writes: 'overlapping' });
      const order: number[] = [];
      await Promise.all(
        [0, 1, 2, 3, 4, 5].map(async (index) => {
          await change(world, (tx) => tx.set(jane(tx), 'fullName', String(index)));
          order.push(index);
        }),
      );
      return order;
    };

    const [first, second] = [await once(), await once()];

    expect(first).toEqual(second);
  });
});

async function additionsKept(writes: 'serial' | 'overlapping'): Promise<number> {
  const world = await openWorld(people, { writes });
  const add = (index: number) =>
    change(world, (tx) => {
      const before = tx.get(jane(tx), 'ext:app:list');
      tx.set(jane(tx), 'ext:app:list', `${before === null ? '' : String(before)}${index},`);
    });
  await Promise.all([1, 2, 3, 4, 5].map(add));
  const list = await look(world, (tx) => String(tx.get(jane(tx), 'ext:app:list')));
  return list.split(',').length - 1;
}
