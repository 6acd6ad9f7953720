import { findExample } from './read-document.mjs';
import { toCurl, toSample } from './to-sample.mjs';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
h3 { margin: 2rem 0 0.25rem; overflow-wrap: anywhere; font: 600 15px/1.5 ui-monospace, monospace; }
h3 a { color: inherit; text-decoration: none; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 4px; font-size: 13px; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); }
summary { cursor: pointer; }
nav ul { columns: 18rem; padding-left: 1rem; }
`;

/** The document as one page that needs nothing else: no script, nothing from elsewhere. */
export function renderPage({ info, tags, operations }) {
  const groups = tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter((operation) => operation.tags.includes(name)),
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(info.title)} ${escapeText(info.version)}: endpoints</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeText(info.title)} ${escapeText(info.version)}</h1>
${renderText(info.description)}
<nav><ul>${operations.map((one) => `<li><a href="#${one.operationId}">${escapeText(one.summary)}</a></li>`).join('')}</ul></nav>
${groups.map(renderGroup).join('\n')}
</body>
</html>
`;
}

function renderGroup({ name, description, operations }) {
  return `<h2>${escapeText(name)}</h2>${renderText(description)}${operations.map(renderOperation).join('\n')}`;
}

function renderOperation(operation) {
  const { operationId, method, path, summary, description, parameters, requestBody, responses, isForGuests } =
    operation;
  return `<section id="${operationId}">
<h3><a href="#${operationId}">${method} ${escapeText(path)}</a></h3>
<p><strong>${escapeText(summary)}.</strong>${isForGuests ? ' Also without a token, as far as the guest may.' : ''}</p>
${renderText(description)}
<pre>${escapeText(toCurl(toSample(operation)))}</pre>
${renderParameters(parameters)}
${requestBody ? renderSchema('What is sent', requestBody.content['application/json'].schema) : ''}
${Object.entries(responses).map(renderResponse).join('\n')}
</section>`;
}

function renderParameters(parameters) {
  const rows = parameters.map(
    ({ name, required, description = '', schema }) =>
      `<tr><td><code>${escapeText(name)}</code></td><td>${required ? 'required' : ''}</td><td>${renderInline(description)} ${renderType(schema)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

function renderType({ type, enum: words, minimum, maximum, maxLength }) {
  const said = [
    words ? words.map((word) => `<code>${escapeText(String(word))}</code>`).join(', ') : (type ?? ''),
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined ? '' : `to ${maximum}`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
  ];
  return said.filter((one) => one !== '').join(' ');
}

function renderResponse([status, { description, content }]) {
  const json = content?.['application/json'];
  const example = json && findExample(json);
  const shown = example === undefined ? '' : `<pre>${escapeText(JSON.stringify(example, null, 2))}</pre>`;
  const schema = json && status.startsWith('2') ? renderSchema('Schema', json.schema) : '';
  return `<details${status === '200' ? ' open' : ''}><summary><code>${status}</code> ${renderInline(description)}</summary>${shown}${schema}</details>`;
}

function renderSchema(title, schema) {
  return `<details><summary>${title}</summary><pre>${escapeText(JSON.stringify(schema, null, 2))}</pre></details>`;
}

/** Paragraphs and lists; what stands between stars is bold, between backticks code. */
function renderText(text = '') {
  return text
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('- ')
        ? `<ul>${part
            .slice(2)
            .split(/\n- /)
            .map((item) => `<li>${renderInline(item)}</li>`)
            .join('')}</ul>`
        : `<p>${renderInline(part)}</p>`,
    )
    .join('\n');
}

function renderInline(text) {
  return escapeText(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}

function escapeText(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
