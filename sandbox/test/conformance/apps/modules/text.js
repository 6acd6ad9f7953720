const strings = require('@jetbrains/youtrack-scripting-api/strings');
const cache = require('@jetbrains/youtrack-scripting-api/cache');
const { licenseInfo } = require('@jetbrains/youtrack-scripting-api/license');
const { answering } = require('./answer');

const get = answering('GET');
let created = 0;
const known = cache.create(2, 'test');

exports.httpHandler = {
  endpoints: [
    get('levenshtein', () => [strings.getLevenshteinDistance('kitten', 'sitting'), strings.getLevenshteinDistance('да', 'нет'), strings.getLevenshteinDistance('', 'abc')]),
    get('md5', () => [strings.md5('abc'), strings.md5('слово')]),
    get('cache', () => {
      const make = (key) => { created += 1; return key + created; };
      return [known.get('a', make), known.get('a', make), known.get('b', make), known.get('c', make), known.get('a', make)];
    }),
    get('cache-clear', () => { known.clear(); return known.get('z', () => 'fresh'); }),
    get('cache-size', () => cache.create(0, 'nothing')),
    get('cache-key', () => known.get(5, () => 1)),
    get('license', () => [licenseInfo.youTrackVersion, typeof licenseInfo.licenseUsername, typeof licenseInfo.isCloud, typeof licenseInfo.isFree, typeof licenseInfo.isTrial, licenseInfo.currentUserCount,
      typeof licenseInfo.maxUserCount, typeof licenseInfo.currentAgentCount, typeof licenseInfo.maxAgentCount, typeof licenseInfo.currentDiskSpaceMb, typeof licenseInfo.maxDiskSpaceMb, typeof licenseInfo.expirationTimestamp]),
    get('modules', () => ['entities', 'http', 'search', 'date-time', 'workflow', 'notifications', 'strings', 'cache', 'license'].length),
  ],
};
