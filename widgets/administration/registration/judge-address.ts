/** What keeps Tracker, which calls from the internet, from an address. */
export type AddressWarning = 'insecure' | 'local' | 'private';

// RFC 1918, RFC 6598 (shared), RFC 3927 (link-local).
const privateNumbers = [
  /^10\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^169\.254\./,
];
// RFC 4193 (unique local), RFC 4291 (link-local).
const privateGroups = /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/;
// RFC 6762, RFC 8375, ICANN's resolution on .internal; the others are what companies use.
const privateEndings = /\.(?:local|internal|lan|intranet|corp|home|private|home\.arpa)$/;

/**
 * What can be told from a server's address alone: whether it is sent in the clear, leads to the machine itself or to a network of
 * its own. That Tracker reaches any other address is not said by this; it shows when Tracker has called.
 * @param baseUrl as the server answers it, with a scheme and a host
 */
export function judgeAddress(baseUrl: string): readonly AddressWarning[] {
  const [, scheme = '', host = ''] = /^(https?):\/\/(\[[^\]]*\]|[^/:]+)/i.exec(baseUrl) ?? [];
  const place = judgeHost(
    host
      .toLowerCase()
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, ''),
  );
  return [...(scheme.toLowerCase() === 'http' ? ['insecure' as const] : []), ...(place ? [place] : [])];
}

function judgeHost(host: string): 'local' | 'private' | undefined {
  const number = host.replace(/^::ffff:/, '');
  if (
    /(?:^|\.)localhost$/.test(host) ||
    /^(?:127|0)(?:\.\d+){3}$/.test(number) ||
    host === '::1' ||
    host === '::'
  )
    return 'local';
  if (isPrivateNumber(number) || privateGroups.test(host)) return 'private';
  const isName = !host.includes('.') && !host.includes(':');
  return isName || privateEndings.test(host) ? 'private' : undefined;
}

function isPrivateNumber(host: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(host) && privateNumbers.some((pattern) => pattern.test(host));
}
