import type { Project, Stored } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityProject, LinkStore } from '../ports/ports.ts';
import { readDisclosure } from './read-settings.ts';

/** Told of every write that has succeeded, so that the end of a request knows whether it must undo anything. */
export type WriteListener = () => void;

/** An object's links in its extension properties. */
export function createLinkStore(stored: Stored, onWrite: WriteListener): LinkStore {
  return {
    read() {
      const { trackerLinks } = stored.extensionProperties;
      return typeof trackerLinks === 'string' ? trackerLinks : undefined;
    },
    hasLinks: () => stored.extensionProperties.hasTrackerLinks === true,
    write(text, hasLinks) {
      const { extensionProperties } = stored;
      extensionProperties.trackerLinks = text;
      onWrite();
      extensionProperties.hasTrackerLinks = hasLinks;
    },
  };
}

/** The project something belongs to, and what is remembered of its settings. Read only when asked for. */
export function createEntityProject(project: Project, onWrite: WriteListener): EntityProject {
  return {
    get key() {
      return project.key;
    },
    readDisclosure: () => readDisclosure(project.extensionProperties.trackerDisclosure),
    writeDisclosure(level) {
      project.extensionProperties.trackerDisclosure = level;
      onWrite();
    },
  };
}
