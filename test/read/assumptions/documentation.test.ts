import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleOf } from '../../../src/read/assumptions/example';
import { ASSUMPTIONS_FILE, parseAssumptions } from '../../../src/read/assumptions/parse';
import { ASSUMPTION_IDS, assumptionOf, SWITCHES } from '../../../src/read/assumptions/registry';
import { assumptionsSchema, SCHEMA_ID } from '../../../src/read/assumptions/schema';

/** What a report leaves a command beside its margin. */
const WIDEST_COMMAND = 94;

describe.each(ASSUMPTION_IDS)('%s', (id) => {
  const { title, standard, reason, source, confirm } = assumptionOf(id);

  test('says in words what is assumed and why', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const words of [standard, reason]) expect(words).toMatch(/^(AWS |[a-z0-9']).*[^.]$/);
  });

  test('has a source that can be opened', () => {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
  });

  test('is confirmed by commands that only read, each short enough for a line', () => {
    for (const command of confirm) {
      expect(command).toMatch(/^aws [a-z0-9]+ (describe|get|list)-[a-z-]+( |$)/);
      expect(command.length).toBeLessThanOrEqual(WIDEST_COMMAND);
    }
  });

  test('has an example that can be read, and is no default', () => {
    const said = parseAssumptions('a.yaml', parse(exampleOf(id).join('\n'))).said[id];
    expect(said).toBeDefined();
    expect(said).not.toEqual(Object.hasOwn(SWITCHES, id) ? SWITCHES[id as keyof typeof SWITCHES].value : undefined);
  });
});

test('the default of each switch stands in its words', () => {
  for (const { value, standard } of Object.values(SWITCHES)) expect(standard).toBe(String(value));
});

test('the examples of all are one file', () => {
  const { said } = parseAssumptions('a.yaml', parse(ASSUMPTION_IDS.flatMap(exampleOf).join('\n')));
  expect(Object.keys(said)).toEqual(ASSUMPTION_IDS);
});

test('the JSON Schema is published', async () => {
  const text = `${JSON.stringify(assumptionsSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/schemas/assumptions.schema.json');
});

test('the page about assumptions is that of the registry', async () => {
  await expect(documentation()).toMatchFileSnapshot('../../../docs/assumptions.md');
});

function documentation(): string {
  const sections = ASSUMPTION_IDS.map((id) => {
    const { title, standard, reason, source, confirm } = assumptionOf(id);
    return `### \`${id}\`

${title}.

- Default: ${standard}. That is because ${reason} ([source](${source})).
- To find out:

\`\`\`sh
${confirm.join('\n')}
\`\`\`

- To say otherwise:

\`\`\`yaml
${exampleOf(id).join('\n')}
\`\`\`
`;
  });
  return `# Assumptions

## What does Strongroom take for granted?

Some things stand in no template: which resource types an account has opted in, what a parameter will be, what another
team's plan protects. And some things AWS does not document. Strongroom neither guesses them nor gives up: each is an
assumption with a name and a default. Every result lists the assumptions it leans on.

## How do I say how it is?

Write it into \`${ASSUMPTIONS_FILE}\` in the folder in which you run the command. It is read by every command that reads
templates. Another file is named with \`--assumptions FILE\`.

\`\`\`yaml
# yaml-language-server: $schema=${SCHEMA_ID}
opt-in:
  '*': { EKS: false }
  eu-central-1: { EKS: true }
parameters:
  app.yaml: { Stage: prod, RetentionDays: 35 }
cross-account-backup: false
\`\`\`

The first line is for your editor: with the [JSON Schema](schemas/assumptions.schema.json) it completes names and marks
mistakes. The command itself refuses a file with a name or a value that it does not know, and says where it stands.

- A **place** is a Region (\`eu-central-1\`), an account in it (\`'111122223333/eu-central-1'\`), or \`'*'\` for all others. The
  most specific one counts. Where a template does not tell its account or Region, and the answer would hang on that, it is
  unknown.
- A **stack** is named as \`strongroom show\` names it, or by the file of its template; \`'*'\` is for all. What is said of one
  stack goes before what is said of all.
- Tags and parameters are text. Whole numbers stand for their digits; put in quotes what YAML takes for something else, such
  as \`no\`, which is false.

To begin, let the command write a file in which everything is a comment:

\`\`\`sh
strongroom assumptions > ${ASSUMPTIONS_FILE}
\`\`\`

## How do I find out what hangs on a default?

Add \`--strict\`: what the file does not say is then unknown, instead of its default. The commands below tell how it is; they
only read. Fill in what stands in capitals.

## All assumptions

The tests write this page from the assumptions themselves.

${sections.join('\n')}`;
}
