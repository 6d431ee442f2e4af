import { ALL } from './keys';

/** An account and a Region, as far as they are known. */
export interface Environment {
  readonly account?: string;
  readonly region?: string;
}

/**
 * The values that a table of places may have for an environment.
 *
 * The most specific place decides: an account in a Region, then the Region, then all. Where account or Region are not
 * known, every place that they may turn out to be counts.
 *
 * @returns the values, and whether it may also be that no place of the table is meant
 */
export function valuesAt<Value>(
  table: ReadonlyMap<string, Value>,
  environment: Environment,
): { readonly values: readonly Value[]; readonly open: boolean } {
  const values: Value[] = [];
  const before: Environment[] = [];
  for (const [place, value] of [...table].sort(([a], [b]) => precision(b) - precision(a))) {
    const here = environmentOf(place);
    const fit = fits(here, environment);
    // A place never decides where one that is more specific does so whenever it is meant.
    const hidden = before.some((other) => fits(other, { ...environment, ...here }) === 'yes');
    if (fit === 'no' || hidden) continue;
    values.push(value);
    before.push(here);
    if (fit === 'yes') return { values, open: false };
  }
  return { values, open: true };
}

/** Whether an environment is within another, which leaves out what may be any. */
export function fits(within: Environment, { account, region }: Environment): 'yes' | 'maybe' | 'no' {
  const answers = [part(within.account, account), part(within.region, region)];
  if (answers.includes('no')) return 'no';
  return answers.includes('maybe') ? 'maybe' : 'yes';
}

function part(wanted: string | undefined, given: string | undefined): 'yes' | 'maybe' | 'no' {
  if (wanted === undefined || wanted === given) return 'yes';
  return given === undefined ? 'maybe' : 'no';
}

function environmentOf(place: string): Environment {
  if (place === ALL) return {};
  const [account, region] = place.includes('/') ? place.split('/') : [undefined, place];
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}

function precision(place: string): number {
  if (place === ALL) return 0;
  return place.includes('/') ? 2 : 1;
}
