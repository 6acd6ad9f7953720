import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { currentSprint } from '../world/boards.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { notFound } from './app-access.ts';
import { bodyEntity } from './body-values.ts';
import { showSprintIssues } from './entities/board-entity.ts';
import type { RestEntity, RestValue } from './entities/present.ts';
import { references, targetOf } from './entities/stored-attributes.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  writing,
} from './rest-call.ts';
import { visibleIssue } from './visible-entity.ts';

/** Agile boards and their sprints, to read and to put issues on. Source: "Agiles", "Sprints" of JetBrains' REST reference. */
export function createBoardRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const sprint = '/api/agiles/:board/sprints/:sprint';
  routes.get('/api/agiles', reading(sandbox, list));
  routes.get(
    '/api/agiles/:board',
    reading(sandbox, (call) => call.show(requestedBoard(call))),
  );
  routes.get(
    '/api/agiles/:board/sprints',
    reading(sandbox, (call) => pageOf(sprintsOf(call, requestedBoard(call)), call.query).map(call.show)),
  );
  routes.get(
    sprint,
    reading(sandbox, (call) => call.show(requestedSprint(call))),
  );
  routes.get(
    `${sprint}/issues`,
    reading(sandbox, (call) => pageOf(issuesOf(call), call.query)),
  );
  routes.post(`${sprint}/issues`, writing(sandbox, add));
  routes.delete(`${sprint}/issues/:issue`, writing(sandbox, remove));
  routes.get(
    '/api/issues/:id/sprints',
    reading(sandbox, (call) => {
      const id = visibleIssue(call, call.param('id'));
      const seen = references('sprints')({ ...call, id }).filter((one) => canSee(call.tx, call.user, one.id));
      return pageOf(seen, call.query);
    }),
  );
  return routes;
}

function list({ tx, user, query, show }: RestCall): RestValue {
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const boards = [...tx.all('Agile')].filter(
    (board) => canSee(tx, user, board) && String(tx.get(board, 'name')).toLowerCase().includes(wanted),
  );
  return pageOf(boards, query).map(show);
}

function issuesOf(call: RestCall): RestEntity[] {
  return showSprintIssues({ ...call, id: requestedSprint(call) });
}

function add(call: RestCall): ShowAfterwards {
  acceptKeys(call.body, []);
  const sprint = requestedSprint(call);
  const issue = bodyEntity(call, { value: call.body, keys: ['idReadable'], find: visibleIssue });
  requirePermission(call, 'UPDATE_ISSUE', targetOf(call.tx, issue, 'project'));
  call.tx.add(issue, 'sprints', { ref: sprint });
  return shown(issue);
}

function remove(call: RestCall): undefined {
  const issue = visibleIssue(call, call.param('issue'));
  requirePermission(call, 'UPDATE_ISSUE', targetOf(call.tx, issue, 'project'));
  call.tx.delete(issue, 'sprints', { ref: requestedSprint(call) });
}

function requestedBoard({ tx, user, param }: RestCall): Id {
  const board = param('board');
  if (tx.typeOf(board) !== 'Agile' || !canSee(tx, user, board)) throw notFound('Agile', board);
  return board;
}

/** By id; `current` is the one the board works in. */
function requestedSprint(call: RestCall): Id {
  const board = requestedBoard(call);
  const key = call.param('sprint');
  const current = key === 'current' ? currentSprint(call.tx, board, call.now) : undefined;
  const sprint = current ?? sprintsOf(call, board).find((one) => one === key);
  if (sprint === undefined) throw notFound('Sprint', key);
  return sprint;
}

function sprintsOf({ tx }: RestCall, board: Id): Id[] {
  return tx.find('Sprint', 'agile', { ref: board });
}
