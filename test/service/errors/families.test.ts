import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ErrorCause } from '../../../src/service/errors/cause';
import { ABOUT_ACTIONS, DENIALS } from '../../../src/service/errors/denials';
import { explain } from '../../../src/service/errors/explain';
import { ERROR_FAMILIES } from '../../../src/service/errors/families';
import { holds, plainText } from '../../../src/service/errors/phrase';
import { ERROR_TEXTS, KNOWN_TEXTS, UNKNOWN_TEXTS } from './texts';

const CAUSES = ERROR_FAMILIES.flatMap(({ causes }) => causes);
const ACTION = /^[a-z0-9-]+:[A-Z]\w+\*?$/;
const CLAUSE = /^\S.*[^.\s]$/;

/** A text of a phrase: what stands for its stars is short. */
function spelled(phrase: string): string {
  return phrase.replaceAll('*', 'arn:aws:backup:eu-west-1:111122223333:x');
}

describe('the causes of errors', () => {
  test('have ids of their own, in kebab-case', () => {
    const ids = [...CAUSES, ...Object.values(DENIALS)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/);
  });

  test.each(CAUSES)('$id says what is wrong and what to do, each in a clause, and where that is said', (cause) => {
    expect(cause.says).toMatch(CLAUSE);
    expect(cause.fix).toMatch(CLAUSE);
    expect(cause.source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|repost\.aws|github\.com)\/\S+$/);
    for (const action of cause.actions ?? []) expect(action).toMatch(ACTION);
  });

  test.each(CAUSES.filter(({ rule }) => rule !== undefined))('$id names a check that there is: $rule', ({ rule }) => {
    expect(existsSync(join(import.meta.dirname, `../../../docs/checks/${rule}.md`))).toBe(true);
  });

  test.each(CAUSES)('$id has phrases as texts are read, from the surest sign on', ({ signs }) => {
    const phrases = signs.flatMap(({ texts, amid }) => [...texts, ...(amid ?? [])]);
    for (const phrase of phrases) expect(plainText(phrase)).toBe(phrase);
    const order = signs.map(({ sureness }) => ['certain', 'likely', 'possible'].indexOf(sureness));
    expect(order).toEqual([...order].sort());
  });

  test.each(signsOf(CAUSES))('%s is known by: %s', (id, text, about, sureness) => {
    const found = explain({ text, about }).causes.find((cause) => cause.id === id);
    expect(found?.sureness).toBe(sureness);
  });

  test('are not told where what must be there too is not', () => {
    for (const { id, signs } of CAUSES) {
      for (const { texts, amid, sureness } of signs) {
        for (const text of texts.map(spelled)) {
          if (amid === undefined || amid.some((phrase) => holds(text, phrase))) continue;
          const found = explain({ text, about: ['AWS::SQS::Queue'] }).causes.find((cause) => cause.id === id);
          expect(found?.sureness).not.toBe(sureness);
        }
      }
    }
  });
});

function signsOf(causes: readonly ErrorCause[]) {
  return causes.flatMap(({ id, signs }) =>
    signs.flatMap(({ texts, amid, sureness }) =>
      texts.flatMap((text) =>
        amid === undefined
          ? [[id, `Error: ${spelled(text).toUpperCase()}.`, [], sureness] as const]
          : amid.flatMap((more) => [
              [id, `${spelled(text)} ${spelled(more)}`, [], sureness] as const,
              [id, spelled(text), [spelled(more)], sureness] as const,
            ]),
      ),
    ),
  );
}

describe('the documentation of the causes', () => {
  test('has a row for each', async () => {
    await expect(documentation()).toMatchFileSnapshot('../../../docs/explain.md');
  });
});

function documentation(): string {
  return `# Errors: which permission or rule is it?

A deployment stops, or a backup job fails, and the text does not say why. Ask:

    strongroom explain 'CREATE_FAILED | AWS::Backup::BackupVault | Insufficient privileges to perform this action.'

    CREATE_FAILED | AWS::Backup::BackupVault | Insufficient privileges to perform this action.

      vault-creation-denied (likely): whoever creates the vault may do backup:CreateBackupVault, but not
      all that AWS Backup does with it: mount its storage, and use its key
        actions  backup:CreateBackupVault, backup-storage:MountCapsule, kms:CreateGrant, …
        fix      allow the creator all of them: …

- The text stands in quotes, in a file (\`--file FILE\`), or comes from the standard input (\`-\`). It may be pasted with whatever
  stood around it: the frames of Terraform, the time, the whole log line.
- It may also be JSON, and then says more: \`aws cloudformation describe-stack-events\`, \`aws backup describe-backup-job\` (or
  \`describe-copy-job\`, \`describe-restore-job\`, and the lists), an event of EventBridge, a message of SNS, an event of CloudTrail, or what
  \`aws sts decode-authorization-message\` writes. Each failure in it is explained by itself.
- \`--format json\` writes the same for a program; [its schema](schemas/explain.schema.json) says what is in it.
- The exit status is 0 if a cause is known, 1 if none is, and 2 if the text or an option cannot be used.

Nothing is sent anywhere: the answer comes from the tables below, which the tests write from what the command knows.

## How sure is it?

- **certain**: the text itself says so.
- **likely**: what AWS documents for this text, or what it turned out to be where people reported it.
- **possible**: AWS gives the same text for several causes; give more of it (the operation, the event) and it gets surer.
- **not known**: no cause is known. The answer then says where to look: most often in CloudTrail.

The tests hold ${ERROR_TEXTS.length} texts that people met, each with the page or thread it stands in: ${KNOWN_TEXTS.length} with a cause, and ${UNKNOWN_TEXTS.length} of other
services, or too vague, for which the answer has to be "not known". Do not count on it to know every text: of nineteen with a
cause that were looked up once the tables stood, it knew six at first, and called the others not known. Texts are known in English only.

## What IAM says

"… is not authorized to perform: ACTION on resource: ARN because …": the text names the action, the resource and the kind of policy.

${table(
  ['cause', 'what is wrong', 'what to do'],
  Object.values(DENIALS).map(({ id, says, fix }) => [`\`${id}\``, says, fix]),
)}

What is special about some actions:

${table(
  ['action', 'it'],
  [...ABOUT_ACTIONS].map(([action, hint]) => [`\`${action}\``, hint]),
)}
${ERROR_FAMILIES.map(({ title, causes }) => `\n## ${title}\n\n${table(['cause', 'known by', 'what is wrong', 'actions', 'what to do', 'check', 'source'], causes.map(rowOf))}\n`).join('')}`;
}

function rowOf({ id, signs, says, actions = [], fix, rule, source }: ErrorCause): string[] {
  const knownBy = signs.map(({ texts, amid, sureness }) => {
    const more = amid === undefined ? '' : `, with ${quoted(amid)}`;
    return `${sureness}: ${quoted(texts)}${more}`;
  });
  const check = rule === undefined ? '' : `[\`${rule}\`](checks/${rule}.md)`;
  return [`\`${id}\``, knownBy.join('<br>'), says, quoted(actions), fix, check, `[source](${source})`];
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
