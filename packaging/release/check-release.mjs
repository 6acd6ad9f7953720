import { readJson } from '../build-problem.mjs';
import { checkChangeNotes, checkDocumentVersion } from './change-notes.mjs';
import { checkListing } from './check-listing.mjs';
import { checkIcons, checkMarketplaceManifest, checkSettings } from './check-marketplace.mjs';
import { checkSpelling } from './check-spelling.mjs';

/**
 * Everything that JetBrains Marketplace, or the people who review apps for it, would send back, each as a sentence; none when
 * the sources in `root` can be published.
 */
export async function checkRelease(root) {
  const manifest = await readJson(root, 'manifest.json');
  return [
    ...checkMarketplaceManifest(manifest),
    ...(await checkIcons(root, manifest)),
    ...(await checkSettings(root)),
    ...(await checkChangeNotes(root, manifest.version)),
    ...(await checkDocumentVersion(root, manifest.version)),
    ...(await checkListing(root)),
    ...(await checkSpelling(root)),
  ];
}
