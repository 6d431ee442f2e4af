import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { Policy } from '../../src/permit/statement';
import { VERBS, type Verb } from '../../src/service/permissions/permission';
import { permissionsOf, TYPE_PERMISSIONS } from '../../src/service/permissions/permissions';
import { deployed } from './deployed';
import HANDLERS from './handlers.json';
import { actionsOf, allows, formOf, knownAction, type Request, without } from './judge';
import { HANDLER_PROGRAMS, type HandlerProgram } from './programs';

/** The handlers of each type, as the schemas of CloudFormation list them. */
const LISTS: Readonly<Record<string, { readonly [Of in Verb]?: readonly string[] }>> = HANDLERS;

/** No such action exists, so nothing can need it. */
const NO_ACTIONS = ['backup-storage:Mount'];

/** What is about more than one kind of resource at once has to be allowed on each. */
const ON_ALL = [
  'organizations:AttachPolicy',
  'organizations:DetachPolicy',
  'kms:CreateAlias',
  'kms:UpdateAlias',
  'kms:DeleteAlias',
];

describe.each(HANDLER_PROGRAMS.map((program): [string, HandlerProgram] => [program.type, program]))(
  'the policy for %s',
  (type, program) => {
    const { policies } = permissionsFor(deployed(program.resources), { holder: 'role', verbs: VERBS });
    const own = namedBy([type]);
    const all = namedBy(typesIn(program));

    test('allows every action that a handler names', async () => {
      for (const action of own) expect(await verdict(policies, program, action), action).toBe(true);
    });

    test.each(own)('no longer does without %s', async (action) => {
      expect(await verdict(without(policies, action), program, action)).toBe(false);
    });

    test('allows no action that no handler names', async () => {
      const services = new Set(all.map((action) => action.split(':')[0] as string));
      for (const service of services) {
        for (const action of await actionsOf(service)) {
          if (all.includes(action)) continue;
          const context = contextOf(program, action);
          for (const resource of ['*', ...Object.values(program.arns), ...Object.values(program.arnOf ?? {})])
            expect(allows(policies, { action, resource, context }), `${action} on ${resource}`).toBe(false);
        }
      }
    });

    test('allows nothing in another account or Region', async () => {
      for (const action of all) {
        for (const request of await requestsOf(program, action)) {
          for (const resource of elsewhere(request.resource))
            expect(allows(policies, { ...request, resource }), `${action} on ${resource}`).toBe(false);
        }
      }
    });
  },
);

test('every type with a list of handlers has a program, and a table', () => {
  const types = Object.keys(LISTS).sort();
  expect(HANDLER_PROGRAMS.map((program) => program.type).sort()).toEqual(types);
  expect(TYPE_PERMISSIONS.map((table) => table.type).sort()).toEqual(types);
});

describe.each(Object.keys(LISTS))('the table of %s', (type) => {
  test.each(Object.keys(LISTS[type] ?? {}) as Verb[])(
    'has the whole list of its handler %s, and nothing else',
    (verb) => {
      const { uses = [], leftOut = [] } = permissionsOf(type) ?? {};
      const said = uses.flatMap(({ actions }) => actions[verb] ?? []);
      const listed = new Set(LISTS[type]?.[verb]);
      const left = leftOut.map(({ action }) => action).filter((action) => listed.has(action));
      expect([...said, ...left].sort()).toEqual([...listed].sort());
    },
  );
});

describe('the Service Authorization Reference', () => {
  const statements = HANDLER_PROGRAMS.flatMap(
    (program) => permissionsFor(deployed(program.resources), { holder: 'person', verbs: VERBS }).statements,
  );

  test('knows every action of a policy, and none of those that are left out', async () => {
    const actions = new Set(statements.flatMap((statement) => statement.actions));
    for (const action of actions) expect((await knownAction(action)).exists, action).toBe(true);
    for (const action of NO_ACTIONS) expect((await knownAction(action)).exists, action).toBe(false);
  });

  test('has no narrower resource where a policy says *', async () => {
    for (const { actions, resources } of statements) {
      for (const action of actions) {
        const { kinds } = await knownAction(action);
        expect(resources.includes('*'), action).toBe(kinds.length === 0);
      }
    }
  });

  test('knows a kind of resource for every ARN of a policy', async () => {
    for (const { actions, resources } of statements) {
      for (const action of actions) {
        const forms = await Promise.all((await knownAction(action)).kinds.map(formOf));
        for (const arn of resources.filter((resource) => resource !== '*'))
          expect(
            forms.some((form) => form.test(arn)),
            `${action} on ${arn}`,
          ).toBe(true);
      }
    }
  });
});

function namedBy(types: readonly string[]): string[] {
  const lists = types.flatMap((type) => VERBS.flatMap((verb) => LISTS[type]?.[verb] ?? []));
  return [...new Set(lists)].filter((action) => !NO_ACTIONS.includes(action)).sort();
}

function typesIn({ resources }: HandlerProgram): string[] {
  return Object.values(resources).map((resource) => (resource as { readonly Type: string }).Type);
}

async function verdict(policies: readonly Policy[], program: HandlerProgram, action: string): Promise<boolean> {
  const verdicts = (await requestsOf(program, action)).map((request) => allows(policies, request));
  expect(verdicts, action).not.toEqual([]);
  return ON_ALL.includes(action) ? verdicts.every(Boolean) : verdicts.some(Boolean);
}

/** What is asked of IAM when a handler does an action: once the ARN of each kind of resource that it is about. */
async function requestsOf(program: HandlerProgram, action: string): Promise<Request[]> {
  const { kinds } = await knownAction(action);
  const other = program.arnOf?.[action];
  const found = kinds.flatMap((kind) => program.arns[kind] ?? []);
  const resources = other ? [other] : kinds.length === 0 ? ['*'] : found;
  return resources.map((resource) => ({ action, resource, context: contextOf(program, action) }));
}

function contextOf({ context = {} }: HandlerProgram, action: string): Readonly<Record<string, unknown>> {
  return context[action] ?? context[action.split(':')[0] as string] ?? {};
}

/** The same resource in another account, and in another Region. */
function elsewhere(arn: string): string[] {
  const [prefix, partition, service, region, account, ...rest] = arn.split(':');
  if (prefix !== 'arn' || service === 'organizations') return [];
  const at = (of: string | undefined, by: string | undefined) =>
    [prefix, partition, service, of, by, ...rest].join(':');
  return [at(region, '444455556666'), ...(region === '' ? [] : [at('ap-south-1', account)])];
}
