/** Where the inspector is, which every page leads to. */
export const inspectorPath = '/_sandbox/inspector';
