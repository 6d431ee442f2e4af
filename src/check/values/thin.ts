import type { BackupModel, LegalHold } from '../../read/model';
import { isUnknown } from '../../read/told';
import { accessPointName } from '../../service/access-point';
import {
  type LegalHoldRange,
  legalHoldDescription,
  legalHoldRange,
  legalHoldSelection,
  legalHoldWildcard,
} from '../../service/legal-hold';
import { tieringDays, tieringName, tieringResources, tieringSelections, tieringVault } from '../../service/tiering';
import type { CheckRule } from '../check-rule';
import { known } from '../context';
import { fromValueRule } from '../from-value-rule';
import { each, eachCount, judged, textOf, within } from './ask';

const NO_HOLD = 'AWS Backup refuses the legal hold, so the deployment fails and nothing is held';
const NO_TIERING = 'AWS Backup refuses the configuration, so the deployment fails and nothing gets cheaper';
const HOLDS = ({ legalHolds }: BackupModel) => legalHolds;
const TIERINGS = ({ tieringConfigurations }: BackupModel) => tieringConfigurations;

/** The value rules of legal holds, of tiering and of access points, as checks. */
export const THIN_VALUES: readonly CheckRule[] = [
  fromValueRule(
    legalHoldDescription,
    `With a longer one ${NO_HOLD}.`,
    each(HOLDS, 'Description', ({ description }) => description),
  ),
  fromValueRule(
    legalHoldSelection,
    'The guide offers one way or the other; a hold that has both may be refused, or hold less than both would.',
    ({ model }) =>
      HOLDS(model).flatMap((hold) =>
        judged(hold, 'RecoveryPointSelection', {
          vaults: hold.vaults.filter(({ name, declared }) => declared || !isUnknown(name)).length,
          resources: hold.resources.filter(({ arn }) => !isUnknown(arn)).length,
        }),
      ),
  ),
  fromValueRule(
    legalHoldRange,
    'No recovery point is made after the one and before the other, so nothing is held, and nobody is told.',
    ({ model }) => HOLDS(model).flatMap((hold) => judged(hold, 'RecoveryPointSelection.DateRange', rangeOf(hold))),
  ),
  fromValueRule(
    legalHoldWildcard,
    'Taken literally, an ARN with a wildcard is that of no resource: nothing is held, and nobody is told.',
    ({ model }) =>
      HOLDS(model).flatMap((hold) => hold.resources.flatMap(({ arn, path }) => judged(hold, path, textOf(arn)))),
  ),
  fromValueRule(
    tieringName,
    `With any other name ${NO_TIERING}.`,
    each(TIERINGS, 'TieringConfigurationName', ({ name }) => name),
  ),
  fromValueRule(
    tieringVault,
    `With anything else ${NO_TIERING}.`,
    each(TIERINGS, 'BackupVaultName', ({ vault }) => vault?.name),
  ),
  fromValueRule(tieringDays, `With any other number ${NO_TIERING}.`, ({ model }) =>
    TIERINGS(model).flatMap((tiering) =>
      tiering.selections.flatMap((selection) =>
        judged(tiering, within(selection, 'TieringDownSettingsInDays'), known(selection.afterDays)),
      ),
    ),
  ),
  fromValueRule(
    tieringSelections,
    `With any other number ${NO_TIERING}.`,
    eachCount(TIERINGS, 'ResourceSelection', ({ selections }) => selections),
  ),
  fromValueRule(tieringResources, `With more buckets ${NO_TIERING}.`, ({ model }) =>
    TIERINGS(model).map((tiering) => ({ at: tiering, property: 'ResourceSelection', value: namedIn(tiering) })),
  ),
  fromValueRule(
    accessPointName,
    'S3 and AWS Backup refuse any other name, so the deployment fails at the access point.',
    each(
      ({ accessPoints }) => accessPoints,
      'Name',
      ({ name }) => name,
    ),
  ),
];

/** The range of a hold, where both of its ends are instants in so many words. */
function rangeOf({ from, to }: LegalHold): LegalHoldRange | undefined {
  const [first, last] = [from, to].map((told) => Date.parse(isoIn(known(told)) ?? ''));
  if (first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)) return undefined;
  return { from: new Date(first).toISOString(), to: new Date(last).toISOString() };
}

function isoIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? text : undefined;
}

/** How many buckets a configuration names one by one, of those that are there for certain. */
function namedIn({ selections }: BackupModel['tieringConfigurations'][number]): number {
  return selections
    .filter(({ when }) => when === undefined)
    .flatMap(({ resources }) => resources)
    .filter(({ arn, when }) => when === undefined && textOf(arn) !== '*').length;
}
