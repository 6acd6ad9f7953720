import type { Project, Stored } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityProject, LinkStore } from './ports.ts';
import { readDisclosure } from './read-settings.ts';

/** Told of every write that has succeeded, so that the end of a request knows whether it must undo anything. */
export type WriteListener = () => void;

/** An object's links in its extension properties. */
export function createLinkStore({ extensionProperties }: Stored, onWrite: WriteListener): LinkStore {
  return {
    read() {
      const { trackerLinks } = extensionProperties;
      return typeof trackerLinks === 'string' ? trackerLinks : undefined;
    },
    hasLinks: () => extensionProperties.hasTrackerLinks === true,
    write(text, hasLinks) {
      extensionProperties.trackerLinks = text;
      onWrite();
      extensionProperties.hasTrackerLinks = hasLinks;
    },
  };
}

/** The project something belongs to, and what is remembered of its settings. */
export function createEntityProject(
  { key, extensionProperties }: Project,
  onWrite: WriteListener,
): EntityProject {
  return {
    key,
    readDisclosure: () => readDisclosure(extensionProperties.trackerDisclosure),
    writeDisclosure(level) {
      extensionProperties.trackerDisclosure = level;
      onWrite();
    },
  };
}
