import type { WidgetDeclaration } from '../apps/app-package.ts';
import { hasPermission } from '../world/access.ts';
import { isPermissionKey } from '../world/permission-keys.ts';
import type { Transaction } from '../world/transaction.ts';
import { evaluateGuard } from './evaluate-guard.ts';
import type { ExtensionPoint } from './extension-point.ts';
import type { WidgetUser } from './frame.ts';
import type { HostedApp } from './hosted-sandbox.ts';
import type { Place } from './place.ts';

/** Who looks at what. */
export interface Scene {
  readonly tx: Transaction;
  readonly me: WidgetUser;
  /** Undefined on pages that are about no entity. */
  readonly place: Place | undefined;
}

export interface VisibleWidget {
  readonly app: HostedApp;
  readonly widget: WidgetDeclaration;
}

/**
 * The widgets that the viewer sees at an extension point: the app is active (in the place's project, where there is one), the
 * viewer holds all permissions of the manifest (in that project), and the guard says true.
 */
export function visibleWidgets(
  apps: readonly HostedApp[],
  point: ExtensionPoint,
  scene: Scene,
): readonly VisibleWidget[] {
  if (!isPointShown(point, scene)) return [];
  return apps
    .filter((app) => app.isActive(scene.place?.project))
    .flatMap((app) => app.package.widgets.map((widget) => ({ app, widget })))
    .filter(({ widget }) => widget.extensionPoint === point && isPermitted(widget, scene))
    .filter((candidate) => isShownByGuard(candidate, scene));
}

/** Settings of a project are for who may change it (since 2026.1 [seen]). */
function isPointShown(point: ExtensionPoint, { tx, me, place }: Scene): boolean {
  return point !== 'PROJECT_SETTINGS' || hasPermission(tx, me.id, 'UPDATE_PROJECT', place?.project);
}

/** Source: JetBrains' widgets reference, "only users holding all listed permissions see the widget". */
function isPermitted({ permissions }: WidgetDeclaration, { tx, me, place }: Scene): boolean {
  return permissions.every((key) => isPermissionKey(key) && hasPermission(tx, me.id, key, place?.project));
}

function isShownByGuard({ app, widget }: VisibleWidget, { me, place }: Scene): boolean {
  if (widget.guard === undefined) return true;
  const verdict = evaluateGuard(
    widget.guard,
    place === undefined ? { me } : { me, entity: place.guardEntity },
  );
  if ('problem' in verdict) {
    const message = `The widget ${widget.key} is hidden: ${verdict.problem}`;
    app.log({ level: 'WARN', script: undefined, message, user: me.login });
  }
  return verdict.isShown;
}
