import { describe, expect, test } from '@jest/globals';
import { judgeAddress } from '../../../widgets/administration/registration/judge-address.ts';

describe('an address to be given to Tracker', () => {
  test.each([
    'https://youtrack.example.com',
    'https://example.com:8443/youtrack',
    'https://93.184.216.34',
    'https://172.32.0.1',
    'https://100.128.0.1',
    'https://[2001:db8::1]:8443',
    'https://ютрек.рф',
    'https://localhost.example.com',
    'https://10.example.com',
  ])('%s says nothing against itself', (address) => {
    expect(judgeAddress(address)).toEqual([]);
  });

  test.each([
    ['http://youtrack.example.com', ['insecure']],
    ['http://localhost:8080', ['insecure', 'local']],
    ['https://app.localhost', ['local']],
    ['https://127.0.0.53', ['local']],
    ['https://[::1]:8080', ['local']],
    ['https://0.0.0.0', ['local']],
    ['https://10.0.0.5', ['private']],
    ['https://172.16.0.1', ['private']],
    ['https://192.168.1.2/youtrack', ['private']],
    ['https://100.64.0.1', ['private']],
    ['https://169.254.1.1', ['private']],
    ['https://[fd12:3456::1]', ['private']],
    ['https://[fe80::1]', ['private']],
    ['https://[::ffff:10.0.0.1]', ['private']],
    ['https://youtrack', ['private']],
    ['https://youtrack.corp.', ['private']],
    ['http://YouTrack.Local/yt', ['insecure', 'private']],
    ['https://yt.home.arpa', ['private']],
  ])('%s is %j', (address, warnings) => {
    expect(judgeAddress(address)).toEqual(warnings);
  });
});
