import { z } from 'zod';
import { extensionPoints } from './extension-points.ts';
import { isVersion } from './versions.ts';

/** Names of apps and keys of widgets. */
const identifier = z.string().regex(/^[a-z0-9\-_.~]+$/, 'expected small letters, digits and -_.~ alone');

const version = z.string().refine(isVersion, 'expected a full version like 1.0.0');

const pointsWithDefaults: ReadonlySet<string> = new Set(['MARKDOWN', 'DASHBOARD_WIDGET']);

/** One widget. `null` counts as left out. */
const widgetSchema = z
  .looseObject({
    key: identifier,
    name: z.string().nullish(),
    description: z.string().nullish(),
    extensionPoint: z.string().refine((point) => extensionPoints.has(point), 'expected an extension point'),
    indexPath: z.string().min(1),
    iconPath: z.string().nullish(),
    guard: z.string().nullish(),
    permissions: z.array(z.string()).optional(),
    showHeader: z.unknown().optional(),
    expectedDimensions: z.unknown().optional(),
    defaultDimensions: z.unknown().optional(),
    settingsSchemaPath: z.string().nullish(),
  })
  .superRefine((widget, { addIssue }) => {
    const { extensionPoint, description, iconPath } = widget;
    const unfit = pointsWithDefaults.has(extensionPoint) ? 'expectedDimensions' : 'defaultDimensions';
    if (widget[unfit] !== undefined)
      addIssue({ code: 'custom', path: [unfit], message: `expected none at ${extensionPoint}` });
    if (extensionPoint === 'HELPDESK_CHANNEL' && !(description && iconPath))
      addIssue({ code: 'custom', message: 'expected "description" and "iconPath" at HELPDESK_CHANNEL' });
  });

export type WrittenWidget = z.output<typeof widgetSchema>;

/**
 * `manifest.json`. Unknown keys are tolerated, as on a server; an empty list of widgets is refused (JetBrains' widgets
 * reference). Source: JetBrains' manifest reference and the schema `youtrack-app.json`, with which a test compares this one.
 */
export const manifestSchema = z.looseObject({
  name: identifier,
  title: z.string().optional(),
  description: z.string().optional(),
  version: version.optional(),
  vendor: z.looseObject({ name: z.string() }).optional(),
  url: z.string().optional(),
  icon: z.string().optional(),
  iconDark: z.string().optional(),
  changeNotes: z.string().optional(),
  aiToolPrefix: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/, 'expected letters, digits and ._- alone')
    .optional(),
  minYouTrackVersion: version.optional(),
  maxYouTrackVersion: version.optional(),
  widgets: z
    .array(widgetSchema)
    .min(1, 'expected at least one widget, or no list at all')
    .superRefine((widgets, { addIssue }) => {
      for (const [index, { key }] of widgets.entries()) {
        if (widgets.findIndex((other) => other.key === key) < index)
          addIssue({ code: 'custom', path: [index, 'key'], message: 'expected a key no other widget has' });
      }
    })
    .optional(),
});

export type Manifest = z.output<typeof manifestSchema>;

/** A classic workflow's `package.json`. Source: the packages of `github.com/JetBrains/youtrack-workflows`. */
export const workflowSchema = z.looseObject({
  name: z.string().regex(/^(@[a-z0-9\-_.~]+\/)?[a-z0-9\-_.~]+$/, 'expected the name of a workflow'),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  version: version.optional().catch(undefined),
});
