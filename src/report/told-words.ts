import type { VaultReference, When } from '../read/model';
import { isResource, isUnknown, type Reference, type ResourceId, type Told, type Unknown } from '../read/told';
import { list } from '../service/schedule/words';
import { NO_BREAK, type Phrase, type Span } from './layout';
import { typeName } from './type-names';

/** Pseudo parameters are those of the stack itself, whichever these will be. */
const PSEUDO = /\$\{AWS::(Partition|Region|AccountId)\}/g;
const PSEUDO_WORDS: Readonly<Record<string, string>> = {
  Partition: '<partition>',
  Region: '<region>',
  AccountId: '<account>',
};

/** A value as a person reads it: itself, or the formula by which deployment comes to know it. */
export function told(value: Told<string | number | boolean> | undefined, style?: Span['style']): Span {
  if (value === undefined) return { text: 'not given', style: 'unknown' };
  if (!isUnknown(value)) return { text: String(value), ...(style ? { style } : {}) };
  const choice = choiceWords(value);
  if (choice !== undefined) return { text: choice, style: 'unknown' };
  const text = value.unknown.replace(PSEUDO, (_, name: string) => PSEUDO_WORDS[name] as string);
  return /\$\{(?!!)/.test(text) ? { text, style: 'unknown' } : { text, ...(style ? { style } : {}) };
}

/** The values between which a condition decides: `35 (or 7, by the condition IsProd)`. */
function choiceWords({ pieces }: Unknown): string | undefined {
  const [piece, ...more] = pieces;
  if (piece === undefined || typeof piece === 'string' || more.length > 0 || !piece.either) return undefined;
  const [one, other] = piece.either.map((branch) => (branch === null ? 'none' : told(branch).text));
  return `${one} (or ${other}, by ${piece.hole.replace(/^Fn::If /, 'the condition ')})`;
}

/** The name of a vault, a plan, a rule or a selection. */
export function nameWords(name: Told<string> | undefined, style: Span['style']): Span {
  return name === undefined ? { text: 'without a name', style: 'unknown' } : told(name, style);
}

/** A number with its unit. */
export function counted(value: Told<number>, unit: string): Phrase {
  return [told(value), `${NO_BREAK}${unit}${value === 1 ? '' : 's'}`];
}

/** The conditions on which something is there; nothing where it always is. */
export function whenWords({ when = [] }: { readonly when?: readonly When[] | undefined }): Phrase {
  if (when.length === 0) return [];
  const conditions = when.map(({ condition, holds }) => `${condition} ${holds ? 'holds' : 'does not hold'}`);
  return [{ text: `, where ${list(conditions)}`, style: 'unknown' }];
}

/** What an ARN leads to. */
export function referenceWords(reference: Reference, stack: string): Phrase {
  if (!isResource(reference)) return [told(reference, 'name')];
  return [`${typeName(reference.type)} `, { text: placeName(reference, stack), style: 'name' }];
}

/** A vault, where a rule or a copy names one. */
export function vaultWords(vault: VaultReference | undefined): Phrase {
  if (!vault) return [{ text: 'no vault', style: 'unknown' }];
  const { name, region, account } = vault;
  return [
    `vault${NO_BREAK}`,
    told(name, 'name'),
    ...(region === undefined ? [] : [` in${NO_BREAK}`, told(region)]),
    ...(account === undefined ? [] : [` of account${NO_BREAK}`, told(account)]),
  ];
}

/** A resource as its own stack calls it: the path of its construct, else its logical id. */
export function placeName({ constructPath, logicalId, stack }: ResourceId, from?: string): string {
  if (constructPath === undefined) return stack === from ? logicalId : `${stack} ${logicalId}`;
  // Where a construct makes several resources, the CDK calls the main one Resource.
  const path = constructPath.replace(/(?<=.)\/(Resource|Default)$/, '');
  return from !== undefined && path.startsWith(`${from}/`) ? path.slice(from.length + 1) : path;
}

/** Words that matter less than those around them. */
export function dim(text: string): Span {
  return { text, style: 'dim' };
}
