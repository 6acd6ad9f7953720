const secureAddress = /^https:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/** Whether browsers may be sent to an address that somebody has set: `https` alone, a host, nobody's name in it. */
export function isSecureAddress(text: string): boolean {
  return secureAddress.test(text);
}
