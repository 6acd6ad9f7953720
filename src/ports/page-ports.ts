import type { KeyReading } from '../protocol/entity-key.ts';
import type { Entity, Host } from './ports.ts';

/** YouTrack as the pages need it: besides what the protocol needs, objects can be shown and lists be made. */
export interface PageHost extends Host {
  findEntity(reading: KeyReading): PageEntity | undefined;
  /**
   * Every object whose links were ever written, also those that have none left: what is stored decides, not the flag.
   * Whoever may see it.
   */
  listEverLinked(): readonly PageEntity[];
  /** A project by its exact key, whoever may see it. */
  findProject(key: string): ProjectView | undefined;
}

/** The same where the address names an object. */
export interface EntityPageHost extends PageHost {
  readonly own: PageEntity;
}

export interface PageEntity extends Entity {
  /** To be asked only of what the caller may see. */
  present(): EntityPresentation;
  /** Its page: an address where YouTrack tells one, else a path on the server. */
  readUrl(): string;
}

/** How an object is named on a page. */
export interface EntityPresentation {
  readonly summary?: string;
  /** Of issues alone. */
  readonly isResolved?: boolean;
}

export interface ProjectView {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
  isVisible(): boolean;
  /** What the server calls the type of a custom field (`state[1]`, `user[*]`, `date`); undefined when there is no such field. */
  findFieldType(name: string): string | undefined;
}
