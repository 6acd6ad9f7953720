import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { findUser } from '../world/lookup.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyFlag, bodyText, requiredText } from './body-values.ts';
import type { RestValue } from './entities/present.ts';
import type { Subject } from './entities/scope.ts';
import { userAttributeNames } from './entities/user-entity.ts';
import { showProfile, showProfiles } from './entities/user-profile-entities.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  writing,
} from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleGroup, visibleUser } from './visible-entity.ts';

const writableAttributes = ['login', 'name', 'fullName', 'email', 'banned', 'isBanned'];

/** Users and groups. Source: "Users", "Groups" of JetBrains' REST reference; writing them since 2026.1. */
export function createUserRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const base of ['/api/users', '/api/admin/users']) {
    routes.get(
      base,
      reading(sandbox, (call) => list(call, ['User'], ['login', 'name', 'fullName', 'email'])),
    );
    routes.post(base, writing(sandbox, create));
    routes.get(
      `${base}/:id`,
      reading(sandbox, (call) => call.show(requestedUser(call))),
    );
    routes.post(`${base}/:id`, writing(sandbox, update));
    routes.delete(`${base}/:id`, writing(sandbox, remove));
  }
  routes.get(
    '/api/users/:id/profiles',
    reading(sandbox, (call) => showProfiles(requestedProfile(call))),
  );
  routes.get('/api/users/:id/profiles/:part', reading(sandbox, showPart));
  routes.get(
    '/api/groups',
    reading(sandbox, (call) => list(call, ['UserGroup', 'ProjectTeam'], ['name'])),
  );
  routes.get(
    '/api/groups/:id',
    reading(sandbox, (call) => call.show(visibleGroup(call, call.param('id')))),
  );
  return routes;
}

function list(
  { tx, user, query, show }: RestCall,
  types: readonly string[],
  searched: readonly string[],
): RestValue {
  const wanted = query.get('query')?.toLowerCase() ?? '';
  const matches = (id: Id) =>
    searched.some((property) =>
      String(tx.get(id, property) ?? '')
        .toLowerCase()
        .includes(wanted),
    );
  const ids = types.flatMap((type) => [...tx.all(type)]).filter((id) => canSee(tx, user, id) && matches(id));
  return pageOf(ids, query).map(show);
}

function create(call: RestCall): ShowAfterwards {
  const { tx, body } = call;
  requirePermission(call, 'CREATE_USER');
  acceptKeys(body, writableAttributes, userAttributeNames);
  const login = requiredText(body, 'login');
  if (findUser(tx, login) !== undefined) throw new RestError(400, `There is a user ${login} already.`);
  const user = tx.create('User', {
    login,
    fullName: bodyText(body, 'fullName') ?? bodyText(body, 'name') ?? login,
  });
  writeProfile(call, user);
  return shown(user);
}

/** Oneself, or anybody with UPDATE_USER; only the latter bans. */
function update(call: RestCall): ShowAfterwards {
  const { tx, body, user } = call;
  acceptKeys(body, writableAttributes, userAttributeNames);
  const target = requestedUser(call);
  const isBanning = body.banned !== undefined || body.isBanned !== undefined;
  if (target !== user || isBanning) requirePermission(call, 'UPDATE_USER');
  const fullName = bodyText(body, 'fullName') ?? bodyText(body, 'name');
  if (typeof fullName === 'string') tx.set(target, 'fullName', fullName);
  writeProfile(call, target);
  return shown(target);
}

function writeProfile({ tx, body }: RestCall, user: Id): void {
  const email = bodyText(body, 'email');
  if (email !== undefined) tx.set(user, 'email', email);
  const banned = bodyFlag(body, 'banned') ?? bodyFlag(body, 'isBanned');
  if (banned !== undefined) tx.set(user, 'isBanned', banned);
}

function remove(call: RestCall): undefined {
  const user = requestedUser(call);
  requirePermission(call, 'DELETE_USER');
  if (call.tx.get(user, 'login') === 'guest') throw new RestError(400, 'The guest cannot be deleted.');
  removeEntity(call.tx, user);
}

/** Settings are for oneself and for those who may change the user. */
function requestedProfile(call: RestCall): Subject {
  const id = requestedUser(call);
  if (id !== call.user) requirePermission(call, 'UPDATE_USER');
  return { ...call, id };
}

function showPart(call: RestCall): RestValue {
  const part = showProfile(requestedProfile(call), call.param('part'));
  if (part === undefined)
    throw new RestError(501, `The sandbox does not emulate the profile ${call.param('part')}.`);
  return part;
}

function requestedUser(call: RestCall): Id {
  return visibleUser(call, call.param('id'));
}
