export interface DocumentOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}
export interface ReadDocument {
  readonly operations: readonly DocumentOperation[];
}
export function readDocument(text: string): ReadDocument;
