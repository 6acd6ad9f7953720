import type { Transaction } from '../../world/transaction.ts';
import { newestYouTrack } from '../../youtrack-versions.ts';
import { createFrame, type FrameSetting } from '../create-frame.ts';
import type { ExtensionPoint } from '../extension-point.ts';
import type { Frame } from '../frame.ts';
import type { HostedSandbox } from '../hosted-sandbox.ts';
import type { Place } from '../place.ts';
import { readWidgetUser } from '../read/read-person.ts';
import type { Viewer } from '../viewer.ts';
import { type Scene, visibleWidgets } from '../visible-widgets.ts';
import type { FindTextFrame } from './rich-text.ts';

/** The widgets a page can put at its places. */
export interface PageWidgets {
  readonly viewer: Viewer;
  /** The widgets that the viewer sees at an extension point. */
  at(point: ExtensionPoint): readonly Frame[];
  /** The widgets that stand in text. */
  readonly inText: FindTextFrame;
}

export interface PageScene {
  readonly sandbox: HostedSandbox;
  readonly tx: Transaction;
  readonly viewer: Viewer;
  /** What the page is about; undefined for pages about no entity. */
  readonly place: Place | undefined;
}

export function createPageWidgets({ sandbox, tx, viewer, place }: PageScene): PageWidgets {
  const scene: Scene = { tx, me: readWidgetUser(tx, viewer.id), place };
  const setting: FrameSetting = {
    ...{ scene, locale: viewer.locale, basePath: null },
    youtrack: sandbox.youtrack ?? newestYouTrack,
  };
  const visible = (point: ExtensionPoint) => visibleWidgets(sandbox.apps.all(), point, scene);
  return {
    viewer,
    at: (point) =>
      visible(point).map((found) => createFrame(found, { ...setting, basePath: basePathOf(point, found) })),
    inText: (appName, key, instance) => {
      const found = visible('MARKDOWN').find(
        ({ app, widget }) => app.package.name === appName && widget.key === key,
      );
      return found && createFrame(found, { ...setting, instance });
    },
  };
}

/** The URLs of full pages are YouTrack's own [seen]. */
function basePathOf(
  point: ExtensionPoint,
  { app, widget }: { app: { package: { name: string } }; widget: { key: string } },
): string | null {
  if (point === 'MAIN_MENU_ITEM') return `/app/${app.package.name}/${widget.key}`;
  if (point === 'ADMINISTRATION_MENU_ITEM') return `/admin/app/${app.package.name}/${widget.key}`;
  return null;
}
