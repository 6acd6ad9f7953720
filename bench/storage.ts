import { measure } from '../sandbox/bench/measure.ts';
import { printLatencies } from '../sandbox/bench/print-table.ts';
import { demandOk, issueEndpoints, type MeasuredServer, startMeasuredServer } from './start-app.ts';

const sizes = [10, 100, 999];

/** What a link costs where there are many already, and what many entities cost in one request. Over HTTP. */
export async function runBenchmark(): Promise<void> {
  const server = await startMeasuredServer(200);
  try {
    printLatencies('Adding one link to an issue that already has', await addToFull(server));
    printLatencies(
      'One check after a write, in process, on an issue that already has',
      await checkAgain(server),
    );
    printLatencies('One global create with so many entities', await createMany(server));
  } finally {
    await server.close();
  }
}

async function addToFull({ ask }: MeasuredServer) {
  for (const [index, size] of sizes.entries()) {
    for (let n = 1; n <= size; n += 1) {
      demandOk(await ask('POST', issueLinks(index), { issueKey: `OLD-${n}` }));
    }
  }
  return measure(
    sizes.map((size, index) => {
      const links = issueLinks(index);
      return {
        name: `${size} links`,
        run: async () => demandOk(await ask('POST', links, { issueKey: 'NEW-1' })),
        after: async () => demandOk(await ask('DELETE', `${links}?issueKey=NEW-1`)),
      };
    }),
  );
}

/** The first look comes within two seconds after the write; a request that changes nothing sets one off as well. */
async function checkAgain({ ask, clock, running }: MeasuredServer) {
  running.sandbox.jobs.close();
  return measure(
    sizes.map((size, index) => ({
      name: `${size} links`,
      before: async () => demandOk(await ask('POST', issueLinks(index), { issueKey: 'OLD-1' })),
      run: () => clock.advance(2_000),
      after: async () => running.sandbox.jobs.close(),
    })),
  );
}

function issueLinks(index: number): string {
  return `${issueEndpoints(`DEMO-${index + 1}`)}/links`;
}

function createMany({ ask }: MeasuredServer) {
  let created = 0;
  return measure(
    [1, 10, 100].map((count) => ({
      name: `${count} ${count === 1 ? 'entity' : 'entities'}`,
      run: async () => {
        created += 1;
        const entityIds = Array.from({ length: count }, (_, index) => `DEMO-${index + 100}`);
        const issueKey = `MANY-${1 + (created % 100)}`;
        const path = '/api/extensionEndpoints/tracker-links/global/links';
        demandOk(await ask('POST', path, { issueKey, entityIds }));
      },
    })),
  );
}
