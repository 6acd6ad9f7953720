import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWidgets, type WidgetWeight } from '../../../widgets/build-widgets.mjs';

export interface BuiltWidgets {
  /** Holds `widgets/<key>/index.html`. */
  readonly folder: string;
  readonly sizes: Readonly<Record<string, WidgetWeight>>;
  remove(): Promise<void>;
}

/** Builds the widgets as the package has them into a folder of their own. */
export async function buildWidgetsForTest(): Promise<BuiltWidgets> {
  const folder = await mkdtemp(join(tmpdir(), 'widgets-'));
  const { sizes } = await buildWidgets({ root: resolve('.'), outDir: folder });
  return { folder, sizes, remove: () => rm(folder, { recursive: true }) };
}
