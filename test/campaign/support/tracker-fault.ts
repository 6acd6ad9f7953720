/** What the stand-in's controls take. */
export interface TrackerFault {
  readonly calls: number;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly drop?: boolean;
  readonly after?: boolean;
}

const html = '<html><body>502 Bad Gateway</body></html>';

/**
 * Every way in which Tracker fails. That there is no such thing (404) is said to what would make or delete a link alone: said of an
 * issue it is the truth, which nobody could tell from a lie.
 */
const faults: readonly ((random: () => number) => Omit<TrackerFault, 'calls'>)[] = [
  () => ({ status: 429 }),
  (random) => ({ status: 429, headers: { 'Retry-After': String(Math.ceil(random() * 120)) } }),
  () => ({ status: 429, headers: { 'Retry-After': 'Mon, 02 Nov 2026 10:00:00 GMT' } }),
  () => ({ status: 423 }),
  () => ({ status: 500 }),
  () => ({ status: 503, body: html }),
  () => ({ status: 502, body: html, after: true }),
  () => ({ drop: true }),
  () => ({ drop: true, after: true }),
  () => ({ drop: true, after: true, method: 'POST' }),
  () => ({ drop: true, after: true, method: 'DELETE' }),
  () => ({ status: 401 }),
  () => ({ status: 403 }),
  () => ({ status: 404, method: 'POST' }),
  () => ({ status: 404, method: 'DELETE' }),
  () => ({ status: 400 }),
  () => ({ status: 409, method: 'POST' }),
  () => ({ status: 412 }),
  () => ({ status: 422, body: JSON.stringify({ errorMessages: ['Нельзя.'] }) }),
];

export function fault(random: () => number): TrackerFault {
  const make = faults[Math.floor(random() * faults.length)] ?? (() => ({ status: 500 }));
  return { calls: 1 + Math.floor(random() * 3), ...make(random) };
}
