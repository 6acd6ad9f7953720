import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readDocument } from './document/read-document.mjs';
import { renderPage } from './document/render-page.mjs';
import { toCurl, toSample } from './document/to-sample.mjs';

/** `npm run document`: the endpoints as one page, and the OpenAPI document with a `curl` for each operation, in `build/document/`. */
const text = readFileSync('docs/openapi.yaml', 'utf8');
const document = readDocument(text);
const withSamples = parse(text);
for (const operation of document.operations)
  withSamples.paths[operation.path][operation.method.toLowerCase()]['x-codeSamples'] = [
    { lang: 'Shell', label: 'curl', source: toCurl(toSample(operation)) },
  ];
mkdirSync('build/document', { recursive: true });
writeFileSync('build/document/endpoints.html', renderPage(document));
writeFileSync('build/document/openapi.yaml', stringify(withSamples));
console.log(
  `build/document/endpoints.html and openapi.yaml: ${document.operations.length} operations, each with a curl`,
);
