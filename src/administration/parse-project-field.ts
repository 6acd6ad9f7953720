import { textLike } from '../protocol/parse-values.ts';

/** The short name of a project. */
export const parseProjectField = textLike(
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,99}$/u,
  'the key of a project, such as DEMO',
);
