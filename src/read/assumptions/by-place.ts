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
 * @param pick takes the value out of the entry of a place, if it has one
 * @returns the values, and whether it may also be that no place of the table is meant
 */
export function valuesAt<Entry, Value>(
  table: ReadonlyMap<string, Entry>,
  environment: Environment,
  pick: (entry: Entry) => Value | undefined,
): { readonly values: readonly Value[]; readonly open: boolean } {
  const at = (place: string) => {
    const entry = table.get(place);
    return entry === undefined ? undefined : pick(entry);
  };
  const { account, region } = environment;
  const isKnown = account !== undefined && region !== undefined;
  const certain = (isKnown ? at(`${account}/${region}`) : undefined) ?? at(region ?? ALL) ?? at(ALL);
  // Tables are long and mostly asked about places that are known.
  const possible = isKnown ? [] : [...table.keys()].filter((place) => mayDecide(place, environment, at));
  const values = [...possible.map(at), certain].filter((value) => value !== undefined);
  return { values, open: certain === undefined };
}

/** Whether a place decides if what is not known of the environment turns out so. */
function mayDecide(place: string, environment: Environment, at: (place: string) => unknown): boolean {
  const here = environmentOf(place);
  if (fits(here, environment) !== 'maybe') return false;
  // A Region decides nothing for an account that has an entry of its own in it.
  return here.account !== undefined || at(`${environment.account}/${here.region}`) === undefined;
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
