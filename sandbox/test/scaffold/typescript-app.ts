/**
 * The same app in the folders of what the generator makes when TypeScript is chosen: one file an endpoint, put together to one script a
 * scope; shared code becomes scripts of its own; rules and tools are scripts, too. Source: github.com/JetBrains/youtrack-apps,
 * packages/create-youtrack-app, `init/enhanced-dx`; packages/apps-tools, `dx/plugins`.
 */
export const typescriptApp: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    name: 'typed-word-count',
    title: 'Сколько слов, с типами',
    description: 'Counts the words of summaries',
    $schema: 'https://json.schemastore.org/youtrack-app.json',
    vendor: { name: 'Печатня', url: 'https://example.com' },
    icon: 'icon.svg',
    widgets: [
      {
        key: 'enhanced-dx',
        name: 'Enhanced DX',
        indexPath: 'enhanced-dx/index.html',
        extensionPoint: 'MAIN_MENU_ITEM',
        iconPath: 'enhanced-dx/widget-icon.svg',
        description: 'Counts the words of summaries',
      },
    ],
  }),
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>',
  'src/settings.json': JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    title: 'Сколько слов Settings',
    description: 'Configuration',
    properties: {
      enableFeature: {
        type: 'boolean',
        title: 'Enable Feature',
        description: 'Counts at all',
        default: true,
      },
    },
  }),
  'src/entity-extensions.json': JSON.stringify({
    entityTypeExtensions: [
      {
        entityType: 'Issue',
        properties: { wordCount: { type: 'integer', description: 'Words of the summary' } },
      },
    ],
  }),
  'src/backend/requirements.ts': 'export const requirements = {};',
  'src/backend/text/count-words.ts': `/** The words of a text. */
export function countWords(text: string): number {
  return text.split(' ').length;
}
`,
  'src/backend/router/global/echo/POST.ts': `export type EchoReq = { message: string };
export type EchoRes = { received: string; length: number };

export default function handle(ctx: CtxPost<EchoReq, EchoRes>): void {
  const { message } = ctx.request.json();
  ctx.response.json({ received: message, length: message.length });
}

export type Handle = typeof handle;
`,
  'src/backend/router/issue/details/GET.ts': `import { countWords } from '../../../text/count-words';

export type DetailsRes = { id: string; words: number };

export default function handle(ctx: CtxGet<DetailsRes, never, 'issue'>): void {
  ctx.response.json({ id: ctx.issue.id, words: countWords(ctx.issue.summary) });
}

export type Handle = typeof handle;
`,
  'src/backend/router/project/demo/GET.ts': `import { countWords } from '../../../text/count-words';

export type DemoRes = { key: string; words: number; isEnabled: boolean };

export default function handle(ctx: CtxGet<DemoRes, never, 'project'>): void {
  const { key, name } = ctx.project;
  ctx.response.json({ key, words: countWords(name), isEnabled: ctx.settings.enableFeature });
}

export type Handle = typeof handle;
`,
  'src/workflows/notify-on-change.ts': `import { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import { requirements } from '../backend/requirements';
import { countWords } from '../backend/text/count-words';

export const rule = Issue.onChange({
  title: 'Count words',
  action(ctx) {
    ctx.issue.extensionProperties.wordCount = countWords(ctx.issue.summary);
    console.log('[notify-on-change] changed:', ctx.issue.id, ctx.issue.extensionProperties.wordCount);
  },
  requirements,
});
`,
  'src/backend/ai-tools/summarize.ts': `import { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import { countWords } from '../text/count-words';

export const aiTool = {
  name: 'count_words',
  description: 'Counts the words of an issue',
  inputSchema: { type: 'object', properties: { issue: { type: 'string' } }, required: ['issue'] },
  execute(ctx: { arguments: { issue: string } }) {
    return { words: countWords(Issue.findById(ctx.arguments.issue).summary) };
  },
};
`,
  'src/api/index.ts': `/** Calls an endpoint of this app by its folders: \`api.global.echo.POST({ message })\`. */
export function createApi(host: { fetchApp(path: string, request: object): Promise<unknown> }) {
  return {
    global: { echo: { POST: (body: object) => host.fetchApp('global/echo', { method: 'POST', body }) } },
  };
}
`,
  'src/widgets/enhanced-dx/index.html': `<!doctype html>
<html>
  <head>
    <link rel="stylesheet" href="app.css">
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="index.tsx"></script>
  </body>
</html>
`,
  'src/widgets/enhanced-dx/app.css': '.widget { color: rgb(1, 2, 3); }',
  'src/widgets/enhanced-dx/widget-icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'src/widgets/enhanced-dx/index.tsx': `import React from 'react';
import ReactDOM from 'react-dom/client';
import { App } from './app';
import './app.css';

ReactDOM.createRoot(document.getElementById('root') as HTMLElement).render(<App/>);
`,
  'src/widgets/enhanced-dx/app.tsx': `import React, { memo, useCallback, useState } from 'react';
import { createApi } from '@/api';

const host = await YTApp.register();
const api = createApi(host);

const AppComponent: React.FunctionComponent = () => {
  const [response, setResponse] = useState<string>('');
  const callApi = useCallback(async () => {
    const { received, length } = await api.global.echo.POST({ message: 'Привет' });
    setResponse(\`\${received}: \${length}\`);
  }, []);
  return (
    <div className="widget">
      <button type="button" onClick={callApi}>{'Call API'}</button>
      <output>{response}</output>
    </div>
  );
};

export const App = memo(AppComponent);
`,
};
