import { z } from 'zod';

const limitsSchema = z.strictObject({
  searchesPerSecond: z.number().int().positive().default(5),
  othersPerSecond: z.number().int().positive().default(10),
  /** How a 429 says when to come again; documented nowhere (facts/tracker.md §2). */
  retryAfter: z.enum(['none', 'seconds', 'date']).default('none'),
});

const organizationSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['360', 'cloud']).default('360'),
});

/** How the API behaves where Tracker can be set up in several ways, or is documented nowhere. Can be changed while it runs. */
export const modesSchema = z.strictObject({
  /** Tokens that the API accepts, each with the login it stands for. Left out: any token is accepted. */
  tokens: z.record(z.string().min(1), z.string().min(1)).optional(),
  /** The organisation whose header every request must carry. Left out: nobody looks. */
  organization: organizationSchema.optional(),
  /** Requests a second. Left out: as many as come. */
  limits: limitsSchema.optional(),
  /** What a second POST of the same link does. */
  repeatedLink: z.enum(['existing', 'conflict', 'duplicate']).default('existing'),
  /** How a link names its object: by the page on applications, as in the example of the page on links, or with the least. */
  linkObjects: z.enum(['plain', 'documented', 'sparse']).default('plain'),
  /** Whether error bodies have a `statusCode`. */
  errorBodies: z.enum(['full', 'bare']).default('full'),
});

export type Modes = z.infer<typeof modesSchema>;
export type Limits = z.infer<typeof limitsSchema>;

/** The modes among everything else that a section holds. */
export function pickModes(section: Readonly<Modes>): Modes {
  const named = Object.entries(section).filter(([name]) => Object.hasOwn(modesSchema.shape, name));
  return modesSchema.parse(Object.fromEntries(named));
}
