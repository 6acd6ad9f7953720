import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Primitive } from '../../sandbox/src/api/wire.ts';
import { readMessage, writeMessage } from './messages.ts';

/** Answers what a script asks of the platform. */
export type Answer = (fields: readonly Primitive[]) => Primitive;

/** GraalJS in a JVM of its own, spoken to without a pause: a script's question is answered while it waits. */
export interface GraalEngine {
  /**
   * Has an order carried out, and what is asked meanwhile answered.
   * @returns how long the engine was busy with it, in milliseconds: what it waited for an answer is not counted
   * @throws Error with what the engine said
   */
  order(fields: readonly Primitive[], answer: Answer): number;
  close(): void;
}

/** @param libraries the folder of GraalJS's jars */
export function startGraalEngine(libraries: string): GraalEngine {
  const folder = mkdtempSync(join(tmpdir(), 'graal-'));
  const errorsFile = join(folder, 'errors');
  const orders = openPipe(join(folder, 'orders'));
  const questions = openPipe(join(folder, 'questions'));
  const errors = openSync(errorsFile, 'w');
  const java = spawn('java', ['-cp', join(libraries, '*'), join('test', 'graal', 'Engine.java')], {
    stdio: [orders.reading, questions.writing, errors],
  });
  // What the engine holds is its own, so that its end is seen here.
  for (const file of [orders.reading, questions.writing, errors]) closeSync(file);
  return {
    order(fields, answer) {
      try {
        return carryOut(fields, answer);
      } catch (error) {
        throw new Error(`${String(error)}\n${readFileSync(errorsFile, 'utf8')}`, { cause: error });
      }
    },
    close() {
      closeSync(orders.writing);
      closeSync(questions.reading);
      end(java);
      rmSync(folder, { recursive: true });
    },
  };

  function carryOut(fields: readonly Primitive[], answer: Answer): number {
    writeMessage(orders.writing, fields);
    for (;;) {
      const [word, ...asked] = readMessage(questions.reading);
      if (word === 'ended') return Number(asked[0]) / 1e6;
      if (word === 'failed') throw new Error(String(asked[0]));
      writeMessage(orders.writing, ['answer', answer(asked)]);
    }
  }
}

/** A named pipe whose ends wait for each other; held open at both for as long as it takes to hand one on. */
function openPipe(path: string): { readonly reading: number; readonly writing: number } {
  spawnSync('mkfifo', [path]);
  const both = openSync(path, 'r+');
  const ends = { reading: openSync(path, 'r'), writing: openSync(path, 'w') };
  closeSync(both);
  return ends;
}

function end(java: ChildProcess): void {
  java.kill('SIGKILL');
}
