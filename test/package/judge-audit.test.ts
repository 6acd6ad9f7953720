import { describe, expect, test } from '@jest/globals';
import { type AuditReport, judgeAudit } from '../../packaging/release/judge-audit.mjs';

describe('what npm audit finds', () => {
  const advisory = {
    name: 'odd',
    severity: 'high',
    title: 'Prototype pollution',
    url: 'https://advisories/1',
  };
  const report: AuditReport = { vulnerabilities: { odd: { via: [advisory] }, user: { via: ['odd'] } } };
  const explained = [{ advisory: advisory.url, reason: 'runs in tests alone, on our own input' }];

  test('stops a release, once for each advisory', () => {
    expect(judgeAudit(report, [], [])).toEqual(['odd (high): Prototype pollution, https://advisories/1']);
  });

  test('does not when somebody has written down why it does no harm', () => {
    expect(judgeAudit(report, explained, [])).toEqual([]);
  });

  test('does in spite of any reason where the package is part of the zip', () => {
    expect(judgeAudit(report, explained, ['odd'])).toHaveLength(1);
  });

  test('does not without a reason', () => {
    expect(judgeAudit(report, [{ advisory: advisory.url, reason: ' ' }], [])).toHaveLength(1);
  });

  test('and is gone must not stay explained', () => {
    expect(judgeAudit({ vulnerabilities: {} }, explained, [])).toEqual([
      'marketplace/audit-exceptions.json explains https://advisories/1, which is not there',
    ]);
  });
});
