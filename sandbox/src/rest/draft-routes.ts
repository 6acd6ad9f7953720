import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee, hasPermission } from '../world/access.ts';
import { createArticle } from '../world/articles.ts';
import { createIssue } from '../world/issues.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { bodyEntity } from './body-values.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  type WriteCall,
  writing,
} from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleDraft, visibleProject } from './visible-entity.ts';
import { writeArticle } from './write-article.ts';
import { writeIssue } from './write-issue.ts';

/** How drafts of issues and of articles differ. */
interface DraftKind {
  readonly base: string;
  readonly type: 'Issue' | 'Article';
  /** The property that says whose it is. */
  readonly owner: string;
  readonly permission: string;
  create(call: WriteCall, project: Id): Id;
  write(call: WriteCall, draft: Id): void;
}

const kinds: readonly DraftKind[] = [
  {
    base: '/api/users/me/drafts',
    type: 'Issue',
    owner: 'reporter',
    permission: 'CREATE_ISSUE',
    create: ({ tx, user, now }, project) =>
      createIssue(tx, { project, reporter: user, now, summary: '', isDraft: true }),
    write: writeIssue,
  },
  {
    base: '/api/users/me/articleDrafts',
    type: 'Article',
    owner: 'author',
    permission: 'CREATE_ARTICLE',
    create: ({ tx, user, now }, project) =>
      createArticle(tx, { project, author: user, now, summary: '', isDraft: true }),
    write: writeArticle,
  },
];

/** The caller's own drafts. Made what others see by `POST /api/issues?draftId=`, `POST /api/articles?draftId=`. */
export function createDraftRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const kind of kinds) {
    const requested = (call: RestCall) => visibleDraft(call, kind.type, call.param('draft'));
    routes.get(
      kind.base,
      reading(sandbox, (call) => pageOf(draftsOf(call, kind), call.query).map(call.show)),
    );
    routes.post(
      kind.base,
      writing(sandbox, (call) => create(call, kind)),
    );
    routes.get(
      `${kind.base}/:draft`,
      reading(sandbox, (call) => call.show(requested(call))),
    );
    routes.post(
      `${kind.base}/:draft`,
      writing(sandbox, (call) => {
        const draft = requested(call);
        kind.write(call, draft);
        return shown(draft);
      }),
    );
    routes.delete(
      `${kind.base}/:draft`,
      writing(sandbox, (call) => {
        removeEntity(call.tx, requested(call));
        return undefined;
      }),
    );
  }
  return routes;
}

function draftsOf({ tx, user }: RestCall, { type, owner }: DraftKind): Id[] {
  return tx.find(type, owner, { ref: user }).filter((id) => tx.get(id, 'isDraft') === true);
}

function create(call: WriteCall, kind: DraftKind): ShowAfterwards {
  const project = requestedProject(call, kind);
  requirePermission(call, kind.permission, project);
  const draft = kind.create(call, project);
  kind.write(call, draft);
  return shown(draft);
}

/** The project the body names, else the first the caller may write in. */
function requestedProject(call: RestCall, { permission }: DraftKind): Id {
  const { tx, user, body } = call;
  if (body.project !== undefined && body.project !== null)
    return bodyEntity(call, { value: body.project, keys: ['shortName'], find: visibleProject });
  const project = [...tx.all('Project')].find(
    (id) => canSee(tx, user, id) && hasPermission(tx, user, permission, id),
  );
  if (project === undefined) throw new RestError(400, 'A draft needs a "project".');
  return project;
}
