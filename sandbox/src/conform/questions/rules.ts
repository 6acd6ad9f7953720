import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../answer.ts';
import { askProbe, callProbe, createIssue, type Probe } from '../probe.ts';
import type { Question } from '../question.ts';

/** Changes a new issue so that one of the probe's rules meets it. */
async function setOff(probe: Probe, summary: string) {
  const issue = await createIssue(probe, 'Probe');
  return probe.client.send(`POST /api/issues/${issue}?fields=id`, { body: { summary } });
}

/** Whether a function scheduled by a GET runs: one that a POST has scheduled after it tells when to stop waiting. */
async function askScheduling(probe: Probe): Promise<Answer> {
  const on = await createIssue(probe, 'later');
  await callProbe(probe, 'GET later/from-get', { on });
  const { status } = await callProbe(probe, 'POST later/from-post', { on });
  if (status !== 200) return `nothing can be scheduled: status ${status}`;
  let turnsLeft = longestTurns;
  let [afterGet, afterPost] = [false, false];
  while (turnsLeft-- > 0 && !(afterGet && afterPost)) {
    await wait(turnMs);
    const marks = await askProbe(probe, 'GET later/marks', { on });
    if (!Array.isArray(marks)) return `nothing is scheduled: ${String(marks)}`;
    [afterGet, afterPost] = [marks[0] === true, marks[1] === true];
    if (afterPost) turnsLeft = Math.min(turnsLeft, lastTurns);
  }
  return { 'from GET': describeRun(afterGet), 'from POST': describeRun(afterPost) };
}

const turnMs = 200;
/** How long a server gets to run what was scheduled; and how long after the later function has run. */
const longestTurns = 75;
const lastTurns = 10;

function describeRun(ran: boolean): string {
  return ran ? 'runs' : 'does not run';
}

async function callTool(probe: Probe, name: string): Promise<Answer> {
  const on = await createIssue(probe, 'tool');
  const body = { name: `${probe.app}_${name}`, arguments: { issue: on } };
  await probe.client.send('POST /api/ai/tools/call', { body });
  return (await askProbe(probe, 'GET issue/text', { on })) === 'by a tool'
    ? 'it writes'
    : 'nothing is written';
}

/** What rules, async functions and tools do. */
export const ruleQuestions: readonly Question[] = [
  {
    id: 'rule-refuses',
    asks: 'How does REST answer when a rule refuses a change?',
    standing: '?',
    known: 'the change is refused with the rule’s message; the status is not documented',
    async ask(probe) {
      const { status, text } = await setOff(probe, 'to be refused');
      return [status, text.includes('Refused by the probe') ? 'with its message' : 'without its message'];
    },
  },
  {
    id: 'rule-fails',
    asks: 'How does REST answer when a rule throws?',
    standing: '?',
    known: 'the change is undone; the status is not documented',
    ask: async (probe) => (await setOff(probe, 'to fail')).status,
  },
  {
    id: 'write-on-removal',
    asks: 'May a rule write to the issue whose removal has set it off?',
    standing: 'inferred',
    known: 'shipped workflows do; the newest persistence layer throws',
    flag: '--removed-writes',
    async ask(probe) {
      const issue = await createIssue(probe, 'to be removed');
      const { status } = await probe.client.send(`DELETE /api/issues/${issue}`);
      return status < 300 ? 'the issue is removed' : 'the removal fails';
    },
  },
  {
    id: 'async-from-get',
    asks: 'Does an async function run that a GET endpoint has scheduled?',
    standing: '?',
    known: 'of read-only endpoints the documentation says nothing',
    ask: askScheduling,
  },
  {
    id: 'async-twice',
    asks: 'What does a second invokeAsync in one execution do?',
    standing: 'doc',
    known: 'there is at most one per execution',
    ask: (probe) => askProbe(probe, 'POST later/twice'),
  },
  {
    id: 'tool-writes',
    asks: 'May a tool write that says nothing of being read-only?',
    standing: '?',
    known: 'documented nowhere',
    ask: (probe) => callTool(probe, 'probe_write'),
  },
  {
    id: 'read-only-tool-writes',
    asks: 'May a tool write that calls itself read-only?',
    standing: '?',
    known: 'documented nowhere; here such a tool runs in a read-only transaction',
    ask: (probe) => callTool(probe, 'probe_read'),
  },
];
