import { createPackage } from '../../../src/apps/create-package.ts';
import type { LogEntry } from '../../../src/apps/installed-app.ts';
import type { HostedApp } from '../../../src/widget-host/hosted-sandbox.ts';

/** A page as a stranger would write it: registers, notes what it is told, shows that it is there. */
const page = `<!doctype html>
<html>
<head><meta charset="utf-8"><title>Лаборатория</title></head>
<body style="margin:0">
<p style="margin:0">lab</p>
<script type="module">
  import { note } from './note.js';
  window.told = [];
  const tell = (name) => (...args) => window.told.push([name, ...args]);
  window.host = await YTApp.register({
    onAppLocationChange: tell('onAppLocationChange'),
    onRefresh: tell('onRefresh'),
    onConfigure: tell('onConfigure'),
  });
  note('ready');
</script>
</body>
</html>`;

const files = {
  'widgets/lab/index.html': page,
  'widgets/lab/note.js': 'export function note(text) { document.body.dataset.state = text; }',
  'widgets/lab/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'widgets/lab/picture.png': 'not really',
  'backend.js': 'exports.secret = 1;',
};

export interface LabOptions {
  readonly name?: string;
  readonly widgets: readonly Readonly<Record<string, unknown>>[];
  /** Whether the app is active in a project; undefined asks for the app as a whole. */
  readonly isActive?: (project: string | undefined) => boolean;
}

export interface LabApp extends HostedApp {
  readonly logged: LogEntry[];
}

/** An installed app whose widgets all show the same page; what a widget does not say is filled in. */
export function createLabApp({ name = 'lab', widgets, isActive = () => true }: LabOptions): LabApp {
  const manifest = {
    name,
    title: `The ${name}`,
    version: '1.0.0',
    widgets: widgets.map((widget, index) => ({
      key: `widget-${index}`,
      name: `Widget ${index}`,
      indexPath: 'lab/index.html',
      ...widget,
    })),
  };
  const encoder = new TextEncoder();
  const contents = { 'manifest.json': JSON.stringify(manifest), ...files };
  const packed = new Map(Object.entries(contents).map(([path, text]) => [path, encoder.encode(text)]));
  const logged: LogEntry[] = [];
  return {
    id: `144-${name.length}`,
    package: createPackage(packed, new Uint8Array()),
    isActive,
    logs: () => [],
    log: (entry) => void logged.push(entry),
    logged,
  };
}
