import type { TrackerStore } from '../tracker-store.ts';
import type { FieldProblem } from './api-error.ts';

const requiredFields = ['relationship', 'key', 'origin'] as const;

/** What a link is made of, or what is wrong with each field. */
export type ParsedNewLink =
  | { readonly key: string; readonly origin: string }
  | { readonly errors: Readonly<Record<string, FieldProblem>> };

/** The body of `POST …/remotelinks`: `{"relationship":"RELATES","key","origin"}`; all malformed fields are named at once. */
export function parseNewLink(store: TrackerStore, json: unknown): ParsedNewLink {
  const { relationship, key, origin } = readTexts(json);
  const errors: Record<string, FieldProblem> = {};
  if (key === undefined) errors.key = 'required';
  if (relationship !== 'RELATES')
    errors.relationship = relationship === undefined ? 'required' : 'onlyRelates';
  if (origin === undefined) errors.origin = 'required';
  else if (store.findApplication(origin) === undefined) errors.origin = 'unknownApplication';
  if (key === undefined || origin === undefined || Object.keys(errors).length > 0) return { errors };
  return { key, origin };
}

type Texts = Partial<Record<(typeof requiredFields)[number], string>>;

/** The required fields that hold a text which is not blank. */
function readTexts(json: unknown): Texts {
  const texts: Texts = {};
  if (typeof json !== 'object' || json === null) return texts;
  for (const name of requiredFields) {
    const value: unknown = Object.getOwnPropertyDescriptor(json, name)?.value;
    if (typeof value === 'string' && value.trim() !== '') texts[name] = value.trim();
  }
  return texts;
}
