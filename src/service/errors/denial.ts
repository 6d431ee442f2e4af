import { unescaped } from './phrase';

/** Why IAM did not allow an action: `'unsaid'` where its text does not tell. */
export type DenialReason =
  | 'identity-policy-silent'
  | 'identity-policy-denies'
  | 'resource-policy-silent'
  | 'resource-policy-denies'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'endpoint-policy'
  | 'trust-policy'
  | 'unsaid';

/** What IAM says that it did not allow. */
export interface Denial {
  readonly action: string;
  /** Who may not do it, where the text says so. */
  readonly principal?: string;
  /** On what, where the text says so. */
  readonly resource?: string;
  readonly reason: DenialReason;
}

const SAYS = 'is not authorized to perform: ';
/** The reason stands near the action; further on there may be another error. */
const REACH = 3000;
const LONGEST_NAME = 2048;
const ACTION = /[a-z][a-z0-9-]{0,62}:[A-Z][A-Za-z0-9]{0,127}/y;
const NAME = /[^\s,;"']+/y;

/** IAM's own words for its reasons. The first that the text holds is the one. */
const REASONS: readonly (readonly [reason: DenialReason, words: readonly string[]])[] = [
  ['identity-policy-silent', ['no identity-based policy allows']],
  ['identity-policy-denies', ['explicit deny in an identity-based policy']],
  ['service-control-policy', ['service control policy']],
  ['resource-control-policy', ['resource control policy']],
  ['permissions-boundary', ['permissions boundary']],
  ['session-policy', ['session policy']],
  ['endpoint-policy', ['vpc endpoint policy']],
  ['trust-policy', ['role trust policy']],
  ['resource-policy-silent', ['no resource-based policy allows', 'no resource-based policies allow']],
  ['resource-policy-denies', ['explicit deny in a resource-based policy']],
];

/** Finds what IAM says that it did not allow, in its usual text or in its decoded message. */
export function denialIn(text: string): Denial | undefined {
  const line = unescaped(text);
  return saidIn(line) ?? decodedIn(line);
}

function saidIn(line: string): Denial | undefined {
  const at = line.indexOf(SAYS);
  if (at < 0) return undefined;
  const action = wordAt(line, at + SAYS.length, ACTION);
  if (action === undefined) return undefined;
  const rest = line.slice(at + SAYS.length + action.length, at + REACH);
  const principal = nameBefore(line, at);
  const resource = nameAfter(rest, ' on resource: ');
  return {
    action,
    ...(principal !== undefined && { principal }),
    ...(resource !== undefined && { resource }),
    reason: reasonIn(rest.toLowerCase()),
  };
}

/** What `aws sts decode-authorization-message` writes. */
function decodedIn(spaced: string): Denial | undefined {
  const line = spaced.replaceAll('": ', '":');
  const at = line.indexOf('"allowed":false');
  if (at < 0) return undefined;
  const rest = line.slice(at, at + REACH);
  const action = nameAfter(rest, '"action":"');
  if (action === undefined || wordAt(action, 0, ACTION) !== action) return undefined;
  const principal = nameAfter(rest, '"arn":"');
  const resource = nameAfter(rest, '"resource":"');
  return {
    action,
    ...(principal !== undefined && { principal }),
    ...(resource !== undefined && { resource }),
    reason: rest.includes('"explicitDeny":true') ? 'unsaid' : 'identity-policy-silent',
  };
}

function reasonIn(words: string): DenialReason {
  return REASONS.find(([, phrases]) => phrases.some((phrase) => words.includes(phrase)))?.[0] ?? 'unsaid';
}

/** `User: arn:…`, `User:…` or a role that stands by itself. */
function nameBefore(line: string, end: number): string | undefined {
  const words = line
    .slice(Math.max(0, end - LONGEST_NAME), end)
    .trimEnd()
    .split(' ');
  const name = (words.at(-1) as string).replace(/^"?User:/, '');
  return /^[\w:/+=,.@-]{2,}$/.test(name) && name !== 'User' ? name : undefined;
}

function nameAfter(rest: string, words: string): string | undefined {
  const at = rest.indexOf(words);
  return at < 0 ? undefined : wordAt(rest, at + words.length, NAME);
}

function wordAt(text: string, at: number, word: RegExp): string | undefined {
  word.lastIndex = at;
  // A sentence may end behind it.
  return word.exec(text)?.[0].replace(/\.$/, '');
}
