/** What `entities.Issue.onChange` and its siblings make of a rule's description. */
export interface RuleMark {
  readonly kind: 'onChange' | 'onSchedule' | 'action' | 'stateMachine' | 'sla';
  readonly target: string;
}

const marks = new WeakMap<object, RuleMark>();

/** Which entity types take which kinds of rules (script-types in JetBrains' reference). */
const ruleKinds: Readonly<Record<string, readonly RuleMark['kind'][]>> = {
  Issue: ['onChange', 'onSchedule', 'action', 'stateMachine', 'sla'],
  Article: ['onChange', 'action'],
  IssueComment: ['action'],
  IssueAttachment: ['action'],
  ArticleComment: ['action'],
  ArticleAttachment: ['action'],
};

/** Gives an entity class the functions that make its kinds of rules. */
export function defineRuleStatics(type: object, target: string): void {
  for (const kind of ruleKinds[target] ?? []) {
    Object.defineProperty(type, kind, {
      configurable: true,
      writable: true,
      // A function that can be called with `new`, too: JetBrains’ own workflows do both.
      value: function defineRule(rule: unknown) {
        return markRule(rule, { kind, target });
      },
    });
  }
}

/** What kind of rule an exported object was made as. */
/**
 * What a rule was made by. One that names its kind itself, `{target: 'Issue', ruleType: 'onChange', …}`, is a rule as well: so
 * does JetBrains' own app Webhook Triggers.
 */
export function findRuleMark(rule: unknown): RuleMark | undefined {
  if (typeof rule !== 'object' || rule === null) return undefined;
  const { target, ruleType } = rule as { target?: unknown; ruleType?: unknown };
  const written = String(target);
  const kind = Object.hasOwn(ruleKinds, written)
    ? ruleKinds[written]?.find((one) => one === ruleType)
    : undefined;
  return marks.get(rule) ?? (kind === undefined ? undefined : { kind, target: written });
}

function markRule(rule: unknown, mark: RuleMark): unknown {
  if (typeof rule !== 'object' || rule === null) {
    throw new TypeError(`entities.${mark.target}.${mark.kind} takes an object that describes the rule`);
  }
  marks.set(rule, mark);
  return rule;
}
