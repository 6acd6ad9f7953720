import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sources } from './support/make-sources.ts';
import { edit, type Fault, makeReleasable, problemsOf } from './support/spoil-sources.ts';

const listing = 'marketplace/listing.en.md';
const picture = 'docs/pictures/page-issue-links-light-ru.png';

let sources: Sources;
beforeAll(() => {
  sources = makeReleasable();
});
afterAll(() => sources.clear());

/** What would be sent back: the file that is spoilt, how, and the sentence that says so. */
const faults: readonly Fault[] = [
  [
    'a description comes first',
    listing,
    (sources) => edit(sources, listing, () => '## Getting started\n'),
    /title and a description/,
  ],
  [
    'set-up is told step by step',
    listing,
    (sources) => edit(sources, listing, (text) => text.replace(/^1\. /m, '- ')),
    /"Getting started" with numbered steps/,
  ],
  [
    'what leaves YouTrack is disclosed',
    listing,
    (sources) => edit(sources, listing, (text) => text.replace('## What leaves YouTrack', '## Other')),
    /lacks the section "What leaves YouTrack"/,
  ],
  [
    'the disclosure leads to the privacy page',
    listing,
    (sources) => edit(sources, listing, (text) => text.replace('(privacy.en.md)', '(listing.en.md)')),
    /does not link to privacy\.en\.md/,
  ],
  [
    'the privacy page says something',
    'marketplace/privacy.ru.md',
    (sources) => edit(sources, 'marketplace/privacy.ru.md', () => '# Данные\n'),
    /privacy\.ru\.md says too little/,
  ],
  [
    'there is a picture',
    'marketplace/pictures.json',
    (sources) => edit(sources, 'marketplace/pictures.json', () => '{"pictures":[]}'),
    /names no picture/,
  ],
  [
    'every picture is there in both languages',
    picture,
    (sources) => sources.remove(picture),
    /page-issue-links-light-ru\.png is missing/,
  ],
  ['pictures are pictures', picture, (sources) => edit(sources, picture, () => 'нет'), /is no PNG/],
  [
    'pictures show a page, not a scrap of it',
    'marketplace/pictures.json',
    (sources) => edit(sources, 'marketplace/pictures.json', () => '{"pictures":["user-card"]}'),
    /user-card-light-en\.png is \d+ pixels wide; a page needs 1200/,
  ],
  [
    'YouTrack is spelled so in the listing',
    listing,
    (sources) => edit(sources, listing, (text) => `${text}\nYoutrack\n`),
    /listing\.en\.md says "Youtrack"/,
  ],
  [
    'YouTrack is spelled so on the pages',
    'widgets/shared/i18n/ru.json',
    (sources) =>
      edit(sources, 'widgets/shared/i18n/ru.json', (text) => text.replace(/YouTrack/, 'You Track')),
    /i18n\/ru\.json says "You Track"/,
  ],
];

describe('nothing is released unless', () => {
  test.each(faults)('%s', async (_, path, spoil, says) => {
    expect(await problemsOf(sources, path, spoil)).toMatch(says);
  });
});
