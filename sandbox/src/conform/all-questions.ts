import type { Question } from './question.ts';
import { answerQuestions } from './questions/answers.ts';
import { entityQuestions } from './questions/entities.ts';
import { packageQuestions } from './questions/packages.ts';
import { propertyQuestions } from './questions/properties.ts';
import { ruleQuestions } from './questions/rules.ts';
import { scriptQuestions } from './questions/scripts.ts';
import { transactionQuestions } from './questions/transactions.ts';

/** In the order they are asked. */
export const allQuestions: readonly Question[] = [
  ...transactionQuestions,
  ...propertyQuestions,
  ...scriptQuestions,
  ...answerQuestions,
  ...ruleQuestions,
  ...packageQuestions,
  ...entityQuestions,
];
