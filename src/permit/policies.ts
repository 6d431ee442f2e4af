import type { DocumentStatement, PermitStatement, Policy, PolicyDocument } from './statement';

/**
 * The most characters of a managed policy, white space not counted.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const MOST_CHARACTERS = 6144;

/** So many managed policies a role has at most, unless AWS is asked for more. */
export const MOST_POLICIES = 10;

const NAME = 'BackupDeployment';

/** The statements, of which each has room in a policy: one that has not is divided by its resources. */
export function fitting(statements: readonly PermitStatement[]): PermitStatement[] {
  return statements.flatMap(divided);
}

/** Puts statements that fit into as few policies as their order allows. */
export function policiesOf(statements: readonly PermitStatement[]): Policy[] {
  const parts: DocumentStatement[][] = [];
  let room = 0;
  for (const statement of statements.map(documentStatement)) {
    const length = lengthOf(statement) + 1;
    const last = parts.at(-1);
    if (last && length <= room) {
      last.push(statement);
      room -= length;
    } else {
      parts.push([statement]);
      room = ROOM - length;
    }
  }
  return parts.map((each, index) => {
    const document = documentOf(each);
    return { name: parts.length === 1 ? NAME : `${NAME}${index + 1}`, characters: lengthOf(document), document };
  });
}

function documentOf(statements: readonly DocumentStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

function documentStatement({ sid, actions, resources, conditions }: PermitStatement): DocumentStatement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(conditions && { Condition: conditions }),
  };
}

function divided(statement: PermitStatement): PermitStatement[] {
  const { sid, resources } = statement;
  if (lengthOf(documentStatement(statement)) < ROOM || resources.length < 2) return [statement];
  const middle = Math.ceil(resources.length / 2);
  return [resources.slice(0, middle), resources.slice(middle)].flatMap((half, index) =>
    divided({ ...statement, sid: `${sid}${index === 0 ? 'A' : 'B'}`, resources: half }),
  );
}

/** IAM counts what a document is without white space; what is in quotes has none here. */
function lengthOf(value: unknown): number {
  return JSON.stringify(value).length;
}

const ROOM = MOST_CHARACTERS - lengthOf(documentOf([]));
