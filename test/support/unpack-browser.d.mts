/** Unpacks the browser that the package carries, and names it in `CHROMIUM_PATH` and `CHROMIUM_FOLDER`. */
export function unpackBrowser(): Promise<void>;
