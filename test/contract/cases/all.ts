import type { Case } from '../case.ts';
import { adminCases } from './admin.ts';
import { infoCases } from './info.ts';
import { linkCases } from './links.ts';
import { pageCases } from './pages.ts';
import { refusalCases } from './refusals.ts';
import { suggestCases } from './suggest.ts';

/** The contract: every rule of the protocol, in the order in which one server is asked. */
export const contract: readonly Case[] = [
  ...infoCases,
  ...suggestCases,
  ...linkCases,
  ...refusalCases,
  ...pageCases,
  ...adminCases,
];
