import type { Permissions } from '../permit/permit';
import type { PermitStatement, Policy } from '../permit/statement';
import { neededByWords, permissionsTitle } from './permissions-words';
import { visible } from './visible';

const WIDTH = 118;

/** A TypeScript file for the CDK that makes the policies. */
export function permissionsCdk(permissions: Permissions): string {
  const statements = new Map(permissions.statements.map((statement) => [statement.sid, statement]));
  const lines = [
    "import * as iam from 'aws-cdk-lib/aws-iam';",
    "import type { Construct } from 'constructs';",
    '',
    `/** ${permissionsTitle(permissions)}; written by strongroom permissions. */`,
    'export function backupDeployment(scope: Construct): iam.ManagedPolicy[] {',
    '  return [',
    ...permissions.policies.flatMap((policy) => policyLines(policy, permissions, statements)).map(indented(4)),
    '  ];',
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function policyLines(
  { name, document }: Policy,
  permissions: Permissions,
  statements: ReadonlyMap<string, PermitStatement>,
): string[] {
  return [
    `new iam.ManagedPolicy(scope, ${quoted(name)}, {`,
    `  description: ${quoted(permissionsTitle(permissions))},`,
    '  statements: [',
    ...document.Statement.flatMap(({ Sid }) => statementLines(statements.get(Sid))).map(indented(4)),
    '  ],',
    '}),',
  ];
}

function statementLines(statement: PermitStatement | undefined): string[] {
  if (!statement) return [];
  const { sid, actions, resources, conditions, why } = statement;
  return [
    ...comment(`${capital(why)}.`),
    ...comment(`Needed by ${neededByWords(statement)}`),
    'new iam.PolicyStatement({',
    `  sid: ${quoted(sid)},`,
    ...listLines('actions', actions).map(indented(2)),
    ...listLines('resources', resources).map(indented(2)),
    ...(conditions ? [`  conditions: ${literal(conditions)},`] : []),
    '}),',
  ];
}

function listLines(name: string, items: readonly string[]): string[] {
  return [`${name}: [`, ...items.map((item) => `  ${quoted(item)},`), '],'];
}

/** A value of JSON as TypeScript. */
function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value as object).map(([key, inner]) => `${quoted(key)}: ${literal(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

/** A text in single quotes. JSON escapes whatever would end it, but for the quote itself. */
function quoted(text: string): string {
  return `'${visible(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')).replaceAll("'", "\\'")}'`;
}

/** Lines of a comment, none of which can end it: what acts is written out, line breaks too. */
function comment(text: string): string[] {
  const lines: string[] = [];
  for (const word of visible(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH - 12) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `// ${line}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function indented(by: number): (line: string) => string {
  return (line) => `${' '.repeat(by)}${line}`;
}
