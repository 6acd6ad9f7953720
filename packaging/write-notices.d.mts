/** Name, version, licence and its text of every npm package that the source files `inputs` are from. */
export function writeNotices(root: string, inputs: readonly string[]): Promise<string>;
