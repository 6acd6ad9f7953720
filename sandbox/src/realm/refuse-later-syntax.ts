import type { Literal } from 'acorn';
import { simple } from 'acorn-walk';
import { PackageError } from './package-error.ts';
import { parseScript } from './parse-script.ts';

/** Flags behind a slash: only then is there something to look for. */
const looksLater = /\/[dgimsuy]*v/;

/**
 * Refuses regular expressions with the flag `v`, the one piece of syntax that Node 20 has beyond ECMAScript 2022.
 * @throws PackageError naming the script
 */
export function refuseLaterSyntax(script: string, source: string): void {
  if (!looksLater.test(source)) return;
  simple(parseScript(script, source), {
    Literal({ regex }: Literal) {
      if (regex?.flags.includes('v') === true)
        throw new PackageError(
          `script ${script}.js has the regular expression /${regex.pattern}/${regex.flags}: the flag v came with ES2024, which a server's engine may lack; --engine node leaves it in`,
        );
    },
  });
}
