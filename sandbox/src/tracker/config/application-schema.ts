import { z } from 'zod';
import { findTemplateProblem, type Placeholder } from '../url-template.ts';

/** The word before the token in `Authorization`. Documented nowhere, so it can be chosen (facts/tracker.md §1). */
export const tokenSchemeSchema = z.enum(['none', 'OAuth', 'Bearer']);
export type TokenScheme = z.infer<typeof tokenSchemeSchema>;

/** A registered external application: the parameters of facts/tracker.md §1, plus `tokenScheme` and `suggestUrl`. */
export const applicationSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1).optional(),
    defaultIconUrl: template([]).optional(),
    frontUrl: template(['remoteKey']),
    responsible: z.string().optional(),
    oauthToken: z.string().min(1).optional(),
    tokenScheme: tokenSchemeSchema.optional(),
    entityInfoUrl: template(['remoteKey']).optional(),
    createLinkUrl: template([]).optional(),
    removeLinkUrl: template(['issueKey', 'remoteKey']).optional(),
    suggestUrl: template(['suggestInput']).optional(),
    canLinkFromFront: z.boolean().optional(),
  })
  .superRefine((application, context) => {
    const needsToken = application.tokenScheme !== undefined && application.tokenScheme !== 'none';
    if (!needsToken || application.oauthToken !== undefined) return;
    const message = `expected a token, because tokenScheme is ${application.tokenScheme}`;
    context.addIssue({ code: 'custom', path: ['oauthToken'], message });
  })
  .transform(withDefaults);

export type Application = z.infer<typeof applicationSchema>;

interface GivenApplication {
  readonly id: string;
  readonly name?: string | undefined;
  readonly oauthToken?: string | undefined;
  readonly tokenScheme?: TokenScheme | undefined;
  readonly canLinkFromFront?: boolean | undefined;
}

function withDefaults<T extends GivenApplication>(given: T) {
  const tokenScheme: TokenScheme = given.tokenScheme ?? (given.oauthToken === undefined ? 'none' : 'OAuth');
  return {
    ...given,
    name: given.name ?? given.id,
    tokenScheme,
    canLinkFromFront: given.canLinkFromFront ?? false,
  };
}

function template(placeholders: readonly Placeholder[]) {
  return z.string().superRefine((text, context) => {
    const problem = findTemplateProblem(text, placeholders);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });
}
