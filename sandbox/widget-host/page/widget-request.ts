/** A widget's request as it crosses the border. */
export interface WidgetRequest {
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: string | null;
}
