import type { Case } from '../case.ts';
import { adminCases } from './admin.ts';
import { hostileCases } from './hostile.ts';
import { infoCases } from './info.ts';
import { keyCases } from './keys.ts';
import { linkCases } from './links.ts';
import { pageCases } from './pages.ts';
import { refusalCases } from './refusals.ts';
import { setCases } from './set.ts';
import { settingCases } from './settings.ts';
import { severalCases } from './several.ts';
import { suggestCases } from './suggest.ts';

/** The contract: every rule of the protocol, in the order in which one server is asked. */
export const contract: readonly Case[] = [
  ...settingCases,
  ...infoCases,
  ...suggestCases,
  ...linkCases,
  ...refusalCases,
  ...hostileCases,
  ...setCases,
  ...keyCases,
  ...severalCases,
  ...pageCases,
  ...adminCases,
];
