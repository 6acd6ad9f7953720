import type { Id, Transaction, Value } from '../world/transaction.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** Values as administrators set them, by setting name: entities as `{"ref": id}`, secrets in clear. */
export type StoredSettings = JsonObject;

/** An app's attachment to one project. */
export interface UsageRecord {
  /** Id of the world's `AppUsage` entity. */
  readonly id: Id;
  readonly project: Id;
  readonly enabled: boolean;
  readonly settings: StoredSettings;
}

/** What the world stores of an app, its package aside. */
export interface AppRecord {
  readonly id: Id;
  readonly name: string;
  readonly enabled: boolean;
  /** Attached to projects that are yet to be created. */
  readonly autoAttach: boolean;
  readonly settings: StoredSettings;
  /** Epoch milliseconds of the last import. */
  readonly updated: number;
  readonly usages: ReadonlyMap<Id, UsageRecord>;
}

/** Reads an app's record from the world. */
export function readAppRecord(tx: Transaction, id: Id): AppRecord {
  const usages = tx.find('AppUsage', 'app', { ref: id }).map((usage) => readUsage(tx, usage));
  return {
    id,
    name: String(tx.get(id, 'name')),
    enabled: tx.get(id, 'enabled') === true,
    autoAttach: tx.get(id, 'autoAttach') === true,
    settings: parseSettings(tx.get(id, 'settings')),
    updated: Number(tx.get(id, 'updated')),
    usages: new Map(usages.map((usage) => [usage.project, usage])),
  };
}

function readUsage(tx: Transaction, id: Id): UsageRecord {
  const project = tx.get(id, 'project');
  return {
    id,
    project: typeof project === 'object' && project !== null && 'ref' in project ? project.ref : '',
    enabled: tx.get(id, 'enabled') === true,
    settings: parseSettings(tx.get(id, 'settings')),
  };
}

function parseSettings(text: Value): StoredSettings {
  const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : {};
  return isJsonObject(parsed) ? parsed : {};
}
