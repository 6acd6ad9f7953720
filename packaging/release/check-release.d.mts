/** Everything that JetBrains Marketplace would send back, each as a sentence; none when the sources can be published. */
export function checkRelease(root: string): Promise<readonly string[]>;
