import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { handler, writeAll } from './support/handler-text.ts';
import { makeSources, type Sources } from './support/make-sources.ts';

let sources: Sources;
beforeEach(() => {
  sources = makeSources();
});
afterEach(() => sources.clear());

describe('libraries', () => {
  test('have each line once: what two scripts use is in the library of its room, and required as documented', () => {
    const use = handler("import { greet } from '../src/links/greet.ts';", 'greet');
    writeAll(sources, {
      'src/links/greet.ts': "export function greet(): string { return 'привет'; }",
      'handlers/issue.ts': use,
      'handlers/user.ts': use,
    });
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(sources.read('lib-links.js')).toMatch(/^function greet\(\) {\n {2}return "привет";\n}$/m);
    expect(sources.read('lib-links.js')).toMatch(/^exports\.greet = greet;$/m);
    for (const script of ['issue.js', 'user.js']) {
      expect(sources.read(script)).toContain("require('./lib-links')");
      expect(sources.read(script)).not.toContain('привет');
    }
  });

  test('hold nothing that one script alone uses: that is part of the script', () => {
    writeAll(sources, {
      'src/links/greet.ts': "export const greet = (): string => 'привет';",
      'handlers/issue.ts': handler("import { greet } from '../src/links/greet.ts';", 'greet'),
    });
    sources.build();
    expect(sources.read('issue.js')).toContain('привет');
    expect(sources.read('issue.js')).not.toContain('require(');
  });

  test('can be loaded later: a require of a source file stays where it is', () => {
    writeAll(sources, {
      'src/mirroring/tell.ts': "export function tell(): string { return 'сказано'; }",
      'src/endpoints/later.ts':
        "declare function require(path: string): typeof import('../mirroring/tell.ts');\n" +
        "export function tellLater(): string { return require('../mirroring/tell.ts').tell(); }",
      'handlers/issue.ts': handler("import { tellLater } from '../src/endpoints/later.ts';", 'tellLater'),
    });
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(sources.read('issue.js')).toMatch(/return require\("\.\/lib-mirroring-later"\)\.tell\(\);/);
    expect(sources.read('lib-mirroring-later.js')).toMatch(/^exports\.tell = tell;$/m);
  });

  test('are not loaded with a script for what is used later alone', () => {
    const both = handler(
      "import { find } from '../src/linking/find.ts';\ndeclare function require(path: string): { create(): string };",
      "() => find() + require('../src/linking/create.ts').create()",
    );
    writeAll(sources, {
      'src/linking/find.ts': "export const find = (): string => 'найдено';",
      'src/linking/create.ts':
        "import { find } from './find.ts';\nimport { write } from '../writing/write.ts';\n" +
        'export const create = (): string => find() + write();',
      'src/writing/write.ts': "export const write = (): string => 'записано';",
      'handlers/issue.ts': both,
      'handlers/user.ts': both,
    });
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(sources.read('issue.js')).toMatch(/^const libLinking = require\('\.\/lib-linking'\);$/m);
    expect(sources.read('lib-linking.js')).not.toContain('require');
    expect(sources.read('lib-linking-later.js')).toMatch(/require\('\.\/lib-writing-later'\)/);
    expect(sources.read('lib-writing-later.js')).toContain('записано');
  });
  test('of the leanest handler hold nothing that only others load at once', () => {
    const greeting = "import { greet } from '../src/links/greet.ts';\n";
    const parting = "import { part } from '../src/links/part.ts';\n";
    writeAll(sources, {
      'src/links/greet.ts': "export function greet(): string { return 'привет'; }",
      'src/links/part.ts':
        "import { greet } from './greet.ts';\nexport function part(): string { return greet() + 'пока'; }",
      'handlers/issue.ts': handler(greeting, 'greet'),
      'handlers/global.ts': handler(parting, 'part'),
      'handlers/user.ts': handler(parting, 'part'),
    });
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(sources.read('lib-links.js')).not.toContain('пока');
    expect(sources.read('lib-links-more.js')).toMatch(/require\('\.\/lib-links'\)/);
    expect(sources.read('user.js')).toContain("require('./lib-links-more')");
    expect(sources.read('issue.js')).not.toContain('more');
  });
});

describe('scripts', () => {
  test('of sub-folders lie at the root, where YouTrack looks for them, and say what they are', () => {
    writeAll(sources, {
      'handlers/tools/list-links.ts': "export const aiTool = { name: 'list_links' };",
      'handlers/commands/link.ts':
        "import { Issue } from '@jetbrains/youtrack-scripting-api/entities';\n" +
        "export const rule = Issue.action({ title: 'Link', command: 'tracker link' });",
    });
    expect(sources.build()).toEqual({ status: 0, stderr: '' });
    expect(sources.read('tool-list-links.js')).toMatch(/^exports\.aiTool = aiTool;$/m);
    expect(sources.read('command-link.js')).toMatch(/^exports\.rule = rule;$/m);
  });
});
