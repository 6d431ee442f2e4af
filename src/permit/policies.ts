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

/** Puts statements into as few policies as their order allows; what is too long for one is spread over several. */
export function policiesOf(statements: readonly PermitStatement[]): Policy[] {
  const parts: DocumentStatement[][] = [];
  let room = 0;
  for (const statement of statements.map(documentStatement).flatMap(divided)) {
    const length = lengthOf(statement) + 1;
    const last = parts.at(-1);
    if (last && length <= room) {
      last.push(statement);
      room -= length;
    } else {
      parts.push([statement]);
      room = roomOf() - length;
    }
  }
  return parts.map((statements, index) => {
    const document = documentOf(statements);
    return { name: parts.length === 1 ? NAME : `${NAME}${index + 1}`, characters: lengthOf(document), document };
  });
}

/** The document that allows statements. */
export function documentOf(statements: readonly DocumentStatement[]): PolicyDocument {
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

/** A statement that no policy has room for, by halves of its resources. */
function divided(statement: DocumentStatement): DocumentStatement[] {
  const { Sid, Resource } = statement;
  if (lengthOf(statement) < roomOf() || Resource.length < 2) return [statement];
  const middle = Math.ceil(Resource.length / 2);
  return [Resource.slice(0, middle), Resource.slice(middle)].flatMap((half, index) =>
    divided({ ...statement, Sid: `${Sid}${index === 0 ? 'A' : 'B'}`, Resource: half }),
  );
}

function roomOf(): number {
  return MOST_CHARACTERS - lengthOf(documentOf([]));
}

/** IAM counts what a document is without white space; what is in quotes has none here. */
function lengthOf(value: unknown): number {
  return JSON.stringify(value).length;
}
