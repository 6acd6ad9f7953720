const apiTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/;

/** Epoch milliseconds as Tracker writes a moment: UTC, `2017-06-11T05:16:01.339+0000`. */
export function formatTrackerTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '+0000');
}

/** Whether the text is a moment in the form that the external-application protocol asks for (facts/tracker.md §1). */
export function isTrackerTime(text: string): boolean {
  return apiTime.test(text) && !Number.isNaN(parseTrackerTime(text));
}

/** Epoch milliseconds of a moment in Tracker's form; NaN when it is no moment. */
export function parseTrackerTime(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
