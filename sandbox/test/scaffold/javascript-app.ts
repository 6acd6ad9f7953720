/**
 * An app in the folders and with the calls of what JetBrains' generator makes when JavaScript is chosen: scripts at `src/` go into the
 * package as they are, only the widget is built. Source: github.com/JetBrains/youtrack-apps, packages/create-youtrack-app, `init/vite-app`,
 * `widget/add`, `http-handler/add`, `rule/add`.
 */
export const javascriptApp: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    name: 'word-count',
    title: 'Сколько слов',
    description: 'Counts the words of summaries',
    $schema: 'https://json.schemastore.org/youtrack-app.json',
    vendor: { name: 'Печатня', url: 'https://example.com' },
    icon: 'icon.svg',
    widgets: [
      {
        key: 'main',
        name: 'Word count',
        indexPath: 'main/index.html',
        extensionPoint: 'MAIN_MENU_ITEM',
        iconPath: 'main/widget-icon.svg',
        description: '',
      },
    ],
  }),
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>',
  'src/backend.js': `const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.httpHandler = {
  endpoints: [
    {
      method: 'GET',
      path: 'count',
      // const res = await host.fetchApp('backend/count', {query: {issue: 'DEMO-1'}})
      handle: function handle(ctx) {
        const issue = entities.Issue.findById(ctx.request.getParameter('issue'));
        ctx.response.json({ id: issue.id, words: issue.summary.split(' ').length });
      }
    },
  ]
};
`,
  'src/rule.js': `const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Trim summaries',
  guard: (ctx) => {
    return ctx.issue.isChanged('summary');
  },
  action: (ctx) => {
    ctx.issue.summary = ctx.issue.summary.trim();
  },
  requirements: {}
});
`,
  'src/widgets/main/index.html': `<!doctype html>
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
  'src/widgets/main/app.css': '.widget { color: rgb(1, 2, 3); }',
  'src/widgets/main/widget-icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'src/widgets/main/index.tsx': `import React from 'react';
import ReactDOM from 'react-dom/client';
import { App } from './app';
import './app.css';

ReactDOM.createRoot(document.getElementById('root') as HTMLElement).render(
  <React.StrictMode>
    <App/>
  </React.StrictMode>
);
`,
  'src/widgets/main/app.tsx': `import React, { memo, useCallback, useState } from 'react';

const host = await YTApp.register();

const AppComponent: React.FunctionComponent = () => {
  const [answer, setAnswer] = useState('');
  const callBackend = useCallback(async () => {
    const { id, words } = await host.fetchApp('backend/count', { query: { issue: 'DEMO-1' } });
    setAnswer(\`\${id}: \${words}\`);
  }, []);
  return (
    <div className="widget">
      <button type="button" onClick={callBackend}>{'Make HTTP Request'}</button>
      <output>{answer}</output>
    </div>
  );
};

export const App = memo(AppComponent);
`,
};
