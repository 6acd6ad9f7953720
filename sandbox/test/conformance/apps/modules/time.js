const dateTime = require('@jetbrains/youtrack-scripting-api/date-time');
const { answering } = require('./answer');

const get = answering('GET');
const newYear = 1767268800000; // 2026-01-01T12:00Z

exports.httpHandler = {
  endpoints: [
    get('format', () => [
      dateTime.format(newYear, 'yyyy-MM-dd HH:mm', 'UTC'),
      dateTime.format(newYear, "yyyy-MM-dd'T'HH:mm:ss.SSSZ", 'Europe/Berlin'),
      dateTime.format(newYear, 'dd.MM.yy', 'UTC'),
      dateTime.format(newYear, 'd MMM yyyy', 'UTC'),
      dateTime.format(newYear, 'h:mm a', 'America/New_York'),
    ]),
    get('format-date', () => dateTime.format(new Date(newYear), 'yyyy-MM-dd', 'UTC')),
    get('format-text', () => dateTime.format('2026-01-01T12:00:00Z', 'yyyy-MM-dd HH:mm', 'UTC')),
    get('format-default', () => typeof dateTime.format(newYear)),
    get('format-profile', () => dateTime.format(newYear, 'HH:mm')),
    get('parse', () => [
      dateTime.parse('2026-01-01 12:00', 'yyyy-MM-dd HH:mm', 'UTC'),
      dateTime.parse('2026-01-01 13:00', 'yyyy-MM-dd HH:mm', 'Europe/Berlin'),
      dateTime.parse('01.01.2026', ['yyyy-MM-dd', 'dd.MM.yyyy'], 'UTC'),
      dateTime.parse('2026-01-01T12:00:00.000+0000', "yyyy-MM-dd'T'HH:mm:ss.SSSZ"),
    ]),
    get('parse-bad', () => dateTime.parse('yesterday', 'yyyy-MM-dd', 'UTC')),
    get('after', () => [dateTime.after(newYear, 1000), dateTime.after(newYear, '1d'), dateTime.after(newYear, '1w2h'), dateTime.after(newYear, dateTime.toPeriod('30m'))].map((time) => time - newYear)),
    get('before', () => [dateTime.before(newYear, 1000), dateTime.before(newYear, '1d'), dateTime.before(newYear, '2w4d3h15m')].map((time) => newYear - time)),
    get('period', () => { const period = dateTime.toPeriod('2w4d3h15m'); return [period.getWeeks(), period.getDays(), period.getHours(), period.getMinutes()]; }),
    get('period-ms', () => { const period = dateTime.toPeriod(3 * 3600 * 1000); return [period.getHours(), period.getMinutes()]; }),
    get('period-text-ms', () => dateTime.toPeriod('5400000').getMinutes()),
    get('period-bad', () => dateTime.toPeriod('soon')),
  ],
};
