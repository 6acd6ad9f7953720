import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

type Message = string | Readonly<Record<string, string>>;

const files = readdirSync('widgets', { recursive: true, encoding: 'utf8' }).map((name) =>
  join('widgets', name),
);
const english = files.filter((name) => name.endsWith('/en.json'));
const sources = files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
const code = sources.map((name) => withoutComments(readFileSync(name, 'utf8')));

function readMessages(name: string): Record<string, Message> {
  return JSON.parse(readFileSync(name, 'utf8')) as Record<string, Message>;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function placesIn(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  const places = forms.flatMap((form) =>
    [...form.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name = '']) => name),
  );
  return [...new Set(places)].sort();
}

function formOfOne(message: Message): string {
  return typeof message === 'string' ? message : (message.one ?? '');
}

/** Every text in quotes, and every template as a pattern, that could name a message. */
const quoted = new Set(
  code.flatMap((text) => [...text.matchAll(/['"]([\w.-]+)['"]/g)].map(([, key = '']) => key)),
);
const patterns = code
  .flatMap((text) => [...text.matchAll(/`([\w.-]*\$\{[^`]*?)`/g)].map(([, template = '']) => template))
  .map((template) =>
    template
      .replace(/\$\{[^}]*\}/g, '\u0000')
      .replaceAll('.', '\\.')
      .replaceAll('\u0000', '[\\w-]+'),
  )
  .filter((pattern) => /^[\w-]+\\\./.test(pattern))
  .map((pattern) => new RegExp(`^${pattern}$`));

describe.each(english)('messages of %s', (name) => {
  const en = readMessages(name);
  const ru = readMessages(name.replace(/en\.json$/, 'ru.json'));

  test('both languages have the same keys in the same order', () => {
    expect(Object.keys(ru)).toEqual(Object.keys(en));
  });

  test('both languages use the same values, a plural at least for the count', () => {
    const differing = Object.keys(en).filter((key) => {
      const places = [en[key] ?? '', ru[key] ?? ''].map((message) =>
        placesIn(message).filter((place) => place !== 'count'),
      );
      return JSON.stringify(places[0]) !== JSON.stringify(places[1]);
    });
    expect(differing).toEqual([]);
  });

  test('every plural has the form for all other numbers', () => {
    const messages = [...Object.values(en), ...Object.values(ru)];
    expect(messages.filter((message) => typeof message !== 'string' && !message.other)).toEqual([]);
  });

  test('what Russian says of one alone it does not say of twenty-one', () => {
    const ofOne = Object.entries(ru).filter(([, message]) => typeof message !== 'string' && message.one);
    expect(ofOne.filter(([, message]) => !placesIn({ one: formOfOne(message) }).includes('count'))).toEqual(
      [],
    );
  });

  test('no message is blank, and Russian is Russian', () => {
    const forms = Object.values(ru).flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message),
    );
    const foreign = forms.filter((form) => !/\p{Script=Cyrillic}/u.test(form.replace(/\{\w+\}/g, '')));
    expect(foreign.filter((form) => /\p{L}/u.test(form.replace(/\{\w+\}|TEST-123|YouTrack/g, '')))).toEqual(
      [],
    );
  });

  test('every message is used', () => {
    const unused = Object.keys(en).filter(
      (key) => !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

describe('the code', () => {
  const known = new Set(english.flatMap((name) => Object.keys(readMessages(name))));

  test('asks for no message that does not exist', () => {
    const asked = code.flatMap((text) =>
      [...text.matchAll(/\btext\(\s*'([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  test.each(sources)('%s has no text of its own', (name) => {
    const text = withoutComments(readFileSync(name, 'utf8'));
    const between = [...text.matchAll(/>([^<>{}]*\p{L}[^<>{}]*)<\//gu)].map(([, words = '']) => words.trim());
    const attributes = [
      ...text.matchAll(/\b(?:aria-label|title|placeholder|label|help|alt)="([^"]*\p{L}[^"]*)"/gu),
    ];
    expect([...between, ...attributes.map(([, words]) => words)]).toEqual([]);
    expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});
