import { api, guide } from './documentation';
import { valueRule } from './value-rule';

const LONGEST_DESCRIPTION = 280;

/** What a legal hold selects by, counted. */
export interface LegalHoldSize {
  readonly vaults: number;
  readonly resources: number;
}

/** The time in which recovery points were made that are held, both ends included, as ISO instants. */
export interface LegalHoldRange {
  readonly from: string;
  readonly to: string;
}

/** What a legal hold says of itself. */
export const legalHoldDescription = valueRule<string>(
  {
    id: 'legal-hold-description',
    title: 'The description of a legal hold has at most 280 characters',
    certainty: 'documented',
    source: guide('legalhold'),
  },
  (text) =>
    text.length <= LONGEST_DESCRIPTION
      ? undefined
      : {
          says: `the description of a legal hold must have at most ${LONGEST_DESCRIPTION} characters, got ${text.length}`,
          fix: 'shorten the description',
        },
);

/** The guide offers one way or the other; the shape of the request has room for both. */
export const legalHoldSelection = valueRule<LegalHoldSize>(
  {
    id: 'legal-hold-selection',
    title: 'A legal hold selects by vault or by resource',
    certainty: 'uncertain',
    source: guide('legalhold'),
  },
  ({ vaults, resources }) =>
    vaults === 0 || resources === 0
      ? undefined
      : {
          says: `a legal hold selects by vault or by resource, got ${vaults} vaults and ${resources} resources`,
          fix: 'use two legal holds',
        },
);

/** The other way round nothing is held. */
export const legalHoldRange = valueRule<LegalHoldRange>(
  {
    id: 'legal-hold-range',
    title: 'The date range of a legal hold ends no earlier than it begins',
    certainty: 'uncertain',
    source: api('API_DateRange'),
  },
  ({ from, to }) =>
    from <= to ? undefined : { says: `a legal hold from ${from} to ${to} holds nothing`, fix: 'exchange the two' },
);

/** Taken literally, such an ARN holds nothing, and nobody is told. */
export const legalHoldWildcard = valueRule<string>(
  {
    id: 'legal-hold-wildcard',
    title: 'A legal hold names single resources, without wildcards',
    certainty: 'uncertain',
    source: api('API_RecoveryPointSelection'),
  },
  (arn) =>
    arn.includes('*')
      ? {
          says: "a legal hold names single resources by their ARNs, got a pattern with '*', which may hold nothing",
          fix: 'name each resource, or choose by vaults',
        }
      : undefined,
);
