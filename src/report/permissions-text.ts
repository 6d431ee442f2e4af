import type { Gap, Permissions } from '../permit/permit';
import { MOST_CHARACTERS, MOST_POLICIES } from '../permit/policies';
import type { PermitStatement, Policy } from '../permit/statement';
import type { StatementConditions } from '../service/role/statement';
import { list } from '../service/schedule/words';
import { entryBlock } from './block';
import { layOut, type Page, type Phrase, type Row } from './layout';
import { neededByWords, permissionsTitle } from './permissions-words';
import { placeName } from './told-words';

const BLANK: Row = { indent: 0, text: [] };

/** Says for a person what deploying takes, statement by statement, each with who needs it and why. */
export function permissionsText(permissions: Permissions, page: Page): string {
  const { policies, statements, leftOut, gaps } = permissions;
  const bySid = new Map(statements.map((statement) => [statement.sid, statement]));
  const rows: Row[] = [
    { indent: 0, text: [summary(permissions)] },
    ...policies.flatMap((policy) => policyRows(policy, bySid, page.width)),
    ...notes(
      'Left out',
      leftOut.map(({ action, why }) => [{ text: action, style: 'name' }, `: ${why}`]),
    ),
    ...notes('Not covered', gaps.map(gapWords)),
    ...(policies.length > MOST_POLICIES ? tooMany(policies.length) : []),
  ];
  return layOut(rows, page);
}

function summary(permissions: Permissions): string {
  const { policies, statements } = permissions;
  if (policies.length === 0) return 'Nothing of AWS Backup is declared that needs permissions.';
  const count = `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`;
  const where = policies.length === 1 ? '1 policy' : `${policies.length} policies`;
  return `${permissionsTitle(permissions)}: ${count} in ${where}.`;
}

function policyRows(policy: Policy, bySid: ReadonlyMap<string, PermitStatement>, width: number): Row[] {
  const { name, characters, document } = policy;
  return [
    BLANK,
    {
      indent: 0,
      text: [
        { text: `Policy ${name}`, style: 'heading' },
        { text: ` (${characters} of ${MOST_CHARACTERS} characters)`, style: 'dim' },
      ],
    },
    { indent: 0, text: [{ text: '─'.repeat(width), style: 'dim' }] },
    ...document.Statement.flatMap(({ Sid }, index) => {
      const statement = bySid.get(Sid);
      return statement ? [...(index === 0 ? [] : [BLANK]), ...statementRows(statement)] : [];
    }),
  ];
}

function statementRows(statement: PermitStatement): Row[] {
  const { sid, why, actions, resources, conditions, source, verbs } = statement;
  const entries: readonly (readonly [label: string, lines: readonly Phrase[]])[] = [
    ['actions', [[actions.join(', ')]]],
    ['on', resources.map((resource) => [{ text: resource, style: 'name' as const }])],
    ...(conditions ? ([['only if', conditionLines(conditions)]] as const) : []),
    ['needed by', [[neededByWords(statement)]]],
    ['to', [[list(verbs, 'and')]]],
    ['source', [[{ text: source, style: 'dim' }]]],
  ];
  return entryBlock(
    [{ text: sid, style: 'heading' }, `: ${why}`],
    entries.map(([label, lines]) => ({ label: [label], lines })),
  );
}

function conditionLines(conditions: StatementConditions): Phrase[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Phrase => {
      const texts = typeof values === 'string' ? [values] : values;
      return [{ text: `${key} `, style: 'name' }, `${operator} ${texts.join(', ')}`];
    }),
  );
}

function gapWords({ resource, says }: Gap): Phrase {
  return [{ text: placeName(resource), style: 'name' }, `: ${says}`];
}

function notes(title: string, phrases: readonly Phrase[]): Row[] {
  if (phrases.length === 0) return [];
  return [
    BLANK,
    { indent: 0, text: [{ text: title, style: 'heading' }] },
    ...phrases.map((text) => ({ indent: 2, text })),
  ];
}

function tooMany(count: number): Row[] {
  const says = `A role takes ${MOST_POLICIES} managed policies unless AWS allows it more; these are ${count}: spread the templates over several roles, or ask AWS to raise the quota.`;
  return [BLANK, { indent: 0, text: [{ text: says, style: 'unknown' }] }];
}
