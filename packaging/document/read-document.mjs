import { parse } from 'yaml';

const methods = ['get', 'post', 'put', 'delete'];

/**
 * The operations of an OpenAPI document, with what they refer to in their places.
 * @param {string} text the document as YAML
 * @returns {{info: object, tags: object[], operations: object[]}}
 */
export function readDocument(text) {
  const document = parse(text);
  const inline = (node) => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node.$ref === 'string') return inline(follow(document, node.$ref));
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, inline(value)]));
  };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = inline(item[method]);
        const parameters = [...inline(item.parameters ?? []), ...(operation.parameters ?? [])];
        return {
          ...operation,
          method: method.toUpperCase(),
          path,
          parameters,
          isForGuests: (operation.security ?? document.security).some((way) => Object.keys(way).length === 0),
        };
      }),
  );
  return { info: document.info, tags: document.tags, operations };
}

function follow(document, reference) {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce((node, step) => node[step], document);
}

/** The first example of a parameter, a body or an answer; undefined where there is none. */
export function findExample({ example, examples = {}, schema = {} }) {
  const [first] = Object.values(examples);
  return example ?? first?.value ?? schema.example ?? schema.enum?.[0];
}
