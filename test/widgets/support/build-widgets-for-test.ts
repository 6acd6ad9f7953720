import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWidgets, type WidgetWeight } from '../../../widgets/build-widgets.mjs';

export interface BuiltWidgets {
  /** Holds `widgets/<key>/index.html`. */
  readonly folder: string;
  readonly sizes: Readonly<Record<string, WidgetWeight>>;
  /** The source files they were made from, packages included. */
  readonly inputs: readonly string[];
  remove(): Promise<void>;
}

/** Builds the widgets as the package has them into a folder of their own. */
export async function buildWidgetsForTest(): Promise<BuiltWidgets> {
  const folder = await mkdtemp(join(tmpdir(), 'widgets-'));
  const { sizes, inputs } = await buildWidgets({ root: resolve('.'), outDir: folder });
  return { folder, sizes, inputs, remove: () => rm(folder, { recursive: true }) };
}
