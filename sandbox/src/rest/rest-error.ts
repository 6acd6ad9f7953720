import { answerJson } from './answer-body.ts';

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
} as const;

export type ErrorStatus = keyof typeof titles;

/**
 * A refusal of the server itself, answered in YouTrack's shape: `{"error":"Not Found","error_description":"…"}`.
 * Source: "Error handling" of JetBrains' REST reference; youtrack-apps-tools reads `error_description`.
 */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: ErrorStatus;
  /** What the log says and the answer must not. */
  readonly reason: string | undefined;

  constructor(status: ErrorStatus, description: string, reason?: string) {
    super(description);
    this.status = status;
    this.reason = reason;
  }

  toResponse(): Response {
    const body = { error: titles[this.status], error_description: this.message };
    return answerJson(body, this.status);
  }
}
