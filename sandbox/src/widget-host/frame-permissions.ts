/**
 * What a widget's frame may do. Not among it: `allow-same-origin`, so there is no storage, no cookie and no way to the page
 * around it [doc]; nor `allow-modals`. That a widget can send the page elsewhere after a click: [seen].
 */
export const framePermissions = [
  'allow-scripts',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  'allow-top-navigation-by-user-activation',
].join(' ');
