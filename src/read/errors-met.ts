import type { ErrorMet } from '../service/errors/explain';
import { isObject, type JsonObject, ownText } from './json';

/** Where CloudFormation, AWS Backup, CloudTrail and the SDKs put the text of an error. */
const TEXT_KEYS: readonly string[] = [
  'ResourceStatusReason',
  'status-reason',
  'StatusMessage',
  'statusMessage',
  'indexStatusMessage',
  'errorMessage',
  'ErrorMessage',
  'DecodedMessage',
  'Message',
  'message',
];

/** What tells more of an error, beside its text. */
const ABOUT_KEYS: readonly string[] = [
  'ResourceType',
  'resource-type',
  'resourceType',
  'ResourceStatus',
  'status',
  'eventSource',
  'eventName',
  'errorCode',
  'Code',
  'code',
  'detail-type',
];

/** What describes a job says nowhere that it is one of AWS Backup, but by these. */
const JOB_KEYS: Readonly<Record<string, string>> = {
  BackupJobId: 'backup job',
  CopyJobId: 'copy job',
  RestoreJobId: 'restore job',
};

const RESOURCE_KEYS: readonly string[] = ['LogicalResourceId', 'logical-resource-id', 'resourceArn', 'ResourceArn'];

/** So deep do events nest, one that SNS delivers and that holds JSON as text included. */
const DEEPEST = 12;
/** A stack with more failures has one cause for most of them. */
const MOST_ERRORS = 20;
/** Types and operations have short names. */
const LONGEST_ABOUT = 200;
/** What CloudFormation says of everything else once one thing has failed. */
const CANCELLED = /^Resource \w+ cancelled$/i;

/**
 * The errors that a text tells of: those in the events that it holds as JSON, or the text itself.
 *
 * @param text an error text, or events of CloudFormation, EventBridge, SNS or CloudTrail, or what describes a job
 */
export function errorsMet(text: string): readonly ErrorMet[] {
  const found: ErrorMet[] = [];
  collect(parsed(text), [], DEEPEST, found);
  const causes = found.filter((error) => !CANCELLED.test(error.text.trim()));
  const unique = new Map((causes.length > 0 ? causes : found).map((error) => [JSON.stringify(error), error]));
  return unique.size > 0 ? [...unique.values()].slice(0, MOST_ERRORS) : [{ text, about: [] }];
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function collect(value: unknown, outer: readonly string[], deep: number, found: ErrorMet[]): void {
  if (deep === 0) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, outer, deep - 1, found);
  } else if (isObject(value)) {
    collectObject(value, outer, deep, found);
  }
}

function collectObject(value: JsonObject, outer: readonly string[], deep: number, found: ErrorMet[]): void {
  const status = ownText(value, 'ResourceStatus');
  // The events of a stack tell of what went well, too.
  if (status !== undefined && !status.endsWith('FAILED')) return;
  const jobs = Object.keys(JOB_KEYS).filter((key) => ownText(value, key) !== undefined);
  const about = [
    ...outer,
    ...jobs.map((key) => JOB_KEYS[key] as string),
    ...textsOf(value, ABOUT_KEYS).map((words) => words.slice(0, LONGEST_ABOUT)),
  ];
  const [text] = textsOf(value, TEXT_KEYS).filter((words) => words.trim() !== '');
  if (text !== undefined) {
    const before = found.length;
    collect(parsed(text), about, deep - 1, found);
    const [resource] = textsOf(value, RESOURCE_KEYS);
    if (found.length === before) found.push({ text, about, ...(resource !== undefined && { resource }) });
  }
  for (const inner of Object.values(value)) collect(inner, about, deep - 1, found);
}

function textsOf(value: JsonObject, keys: readonly string[]): string[] {
  return keys.flatMap((key) => ownText(value, key) ?? []);
}
