import type { Draw } from './draw';

/** What of a template may be named in it. */
export interface Scope {
  readonly texts: readonly string[];
  /**
   * The parameters by which mappings are asked, each once: coverage knows what a mapping may give, and not by which key,
   * so that nothing else may hang on the same.
   */
  readonly levels: string[];
  readonly allowed: boolean;
  readonly conditions: readonly string[];
  readonly isNested: boolean;
  /** Whether the Region is known. */
  readonly isPlaced: boolean;
}

export const NOTHING = { Ref: 'AWS::NoValue' };

const WORDS = ['daily', 'daily', 'prod', 'prod-eu', 'Daily', 'test', 'every day', 'every day', 'every day'];
const KEYS = ['backup', 'stage'];
const OTHER_KEYS = ['backup', 'stage', 'Backup'];
const PATTERNS = [
  'prod*',
  'p*d',
  '*',
  '*',
  '*',
  '*',
  '*',
  'd*',
  'd*',
  'every*',
  'every*',
  '*day',
  '*day',
  'every *',
  'prod?',
  '*-eu',
];

/** What the value of a tag is, or is compared with, as a pattern or as it stands. */
export function tagValue(draw: Draw, scope: Scope, isPattern = false): unknown {
  const word = () => draw.of(...WORDS);
  if (draw.chance(72)) return word();
  const drawn = draw.of(...scope.texts);
  // No pattern of its own fits a value with one space more than it has itself, and coverage does not count spaces.
  const [ofPatterns, ofSpaced] = scope.texts;
  const parameter = isPattern ? ofPatterns : drawn;
  return draw.of<() => unknown>(
    () => ({ Ref: parameter }),
    () => ({ Ref: parameter }),
    () => ({ 'Fn::Sub': `prod-\${${parameter}}` }),
    () => (isPattern || ofSpaced === undefined ? word() : { 'Fn::Sub': `every \${${ofSpaced}}` }),
    () => ({ 'Fn::If': [draw.of(...scope.conditions), word(), word()] }),
    () => ({ 'Fn::If': [draw.of(...scope.conditions), word(), word()] }),
    () => {
      const level = scope.levels.pop();
      return level === undefined ? word() : { 'Fn::FindInMap': ['Words', { Ref: level }, draw.of('one', 'other')] };
    },
    () => (scope.isPlaced ? { Ref: 'AWS::Region' } : word()),
    () => '{{resolve:ssm:/backup/tag}}',
  )();
}

/** Tags of different keys; each may be there only under a condition. */
export function tags(draw: Draw, scope: Scope, most = 2): readonly unknown[] {
  const keys = draw.chance(4)
    ? ['awsbackup-restore-test']
    : draw.some(draw.chance(12) ? OTHER_KEYS : KEYS, draw.chance(30) ? 0 : 1, most);
  return keys.map((Key) => maybe(draw, scope, { Key, Value: tagValue(draw, scope) }, 6));
}

/** A member of a list that may be there only under a condition. */
export function maybe(draw: Draw, scope: Scope, member: unknown, percent: number): unknown {
  if (!draw.chance(percent)) return member;
  const condition = draw.of(...scope.conditions);
  return { 'Fn::If': draw.chance(50) ? [condition, member, NOTHING] : [condition, NOTHING, member] };
}

export function listOfTags(draw: Draw, scope: Scope): readonly unknown[] {
  return draw.many(1, 2, () =>
    maybe(
      draw,
      scope,
      {
        ConditionType: draw.chance(4) ? 'STRINGLIKE' : 'STRINGEQUALS',
        ConditionKey: draw.chance(6) ? 'aws:ResourceTag/backup' : draw.chance(6) ? systemKey(draw) : draw.of(...KEYS),
        ConditionValue: draw.chance(10) ? draw.of('*', 'd*', 'app', 'Orders') : tagValue(draw, scope),
      },
      6,
    ),
  );
}

export function conditions(draw: Draw, scope: Scope): Readonly<Record<string, unknown>> {
  const patterns = ['StringLike', 'StringNotLike'];
  const operators = draw.some(draw.chance(35) ? patterns : ['StringEquals', 'StringNotEquals', ...patterns], 1, 3);
  return Object.fromEntries(
    operators.map((operator) => [
      operator,
      draw.many(1, draw.chance(20) ? 2 : 1, () => maybe(draw, scope, condition(draw, scope, operator), 6)),
    ]),
  );
}

function condition(draw: Draw, scope: Scope, operator: string): unknown {
  const key = draw.chance(6) ? systemKey(draw) : draw.of(...KEYS);
  const isPattern = operator.endsWith('Like');
  return {
    ConditionKey: draw.chance(8) ? key : `aws:ResourceTag/${key}`,
    ConditionValue:
      isPattern && draw.chance(80)
        ? draw.of(...PATTERNS)
        : draw.chance(40)
          ? 'daily'
          : tagValue(draw, scope, isPattern),
  };
}

function systemKey(draw: Draw): string {
  return draw.of('aws:cloudformation:stack-name', 'aws:cloudformation:logical-id');
}
