import type { CopyAction, Plan, Rule, VaultReference } from '../../read/model';
import { airGappedTargetEnvironment, normalVaultBesideAirGapped } from '../../service/air-gapped-target';
import { destinationVaultName, planName } from '../../service/names';
import { distinctRuleNames, planTag, rulesPerPlan } from '../../service/plan';
import { scanResourceTypes, scanSettingsAndActions } from '../../service/scan';
import { vaultArn } from '../../service/vault';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known, mayCoexist } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { addTo } from '../lists';
import { once } from '../once';
import { ruleWords } from '../points-in-vaults';
import { allKnown, countOf, each, eachCount, judged, within } from './ask';

/** The value rules of plans as a whole, and of the vaults that their rules name, as checks. */
export const PLAN_VALUES: readonly CheckRule[] = [
  fromValueRule(
    planName,
    'AWS Backup refuses any other name, so the deployment fails and nothing is backed up.',
    each(
      ({ plans }) => plans,
      'BackupPlan.BackupPlanName',
      ({ name }) => name,
    ),
  ),
  fromValueRule(
    rulesPerPlan,
    'A plan without rules backs up nothing, and AWS Backup refuses it, as it refuses one with too many.',
    eachCount(
      ({ plans }) => plans,
      'BackupPlan.BackupPlanRule',
      ({ rules }) => rules,
    ),
  ),
  fromValueRule(
    distinctRuleNames,
    'AWS Backup does not say whether it takes two rules of one name; where it does, nobody can tell their jobs apart.',
    ({ model }) => model.plans.flatMap(namesOfRules),
  ),
  fromValueRule(
    planTag,
    'Everywhere in AWS tags are no longer than this, and the deployment fails with a longer one.',
    ({ model }) =>
      model.plans.flatMap((plan) =>
        plan.tags.flatMap((tag) => {
          const [key, value] = [known(tag.key), known(tag.value)];
          return key !== undefined && value !== undefined ? judged(plan, 'BackupPlanTags', { key, value }) : [];
        }),
      ),
  ),
  fromValueRule(
    destinationVaultName,
    'There is no vault of such a name, so every job of the rule, or every copy, fails.',
    function* names(context) {
      for (const { plan, reference, property, told } of namedVaults(context)) {
        // A vault that is declared is judged by its own name, and what is no ARN by that.
        if (!reference.declared && !reference.isNoArn) yield* judged(plan, property, known(reference.name), told);
      }
    },
  ),
  fromValueRule(
    vaultArn,
    'Where an ARN is asked for, AWS Backup refuses a mere name, even that of a vault next to it: the deployment fails.',
    function* arns(context) {
      for (const { plan, reference, property, told } of namedVaults(context)) {
        const name = known(reference.name) ?? reference.declared?.logicalId;
        if (reference.isNoArn) yield* judged(plan, property, name, told);
      }
    },
  ),
  fromValueRule(
    airGappedTargetEnvironment,
    'Backups go straight into a logically air-gapped vault of their own account and Region only; into any other the job fails.',
    function* places(context) {
      for (const { plan, rule } of context.rules) yield* airGappedPlaces(context, plan, rule);
    },
  ),
  fromValueRule(
    normalVaultBesideAirGapped,
    'Some types of resources, and backups that AWS cannot encrypt with the key of the air-gapped vault, need the normal vault; without one their jobs may fail.',
    function* vaults(context) {
      for (const { plan, rule } of context.rules) {
        const vault = context.vaultOf(rule.vault, plan);
        const value = vault && { airGapped: vault.kind === 'logicallyAirGapped' };
        yield* judged(plan, `${rule.path}.TargetBackupVault`, value, ruleWords(rule, plan));
      }
    },
  ),
  fromValueRule(
    scanSettingsAndActions,
    'The settings of the plan say who scans what, the actions of its rules say how: one without the other scans nothing, and nobody is told.',
    function* halves(context) {
      for (const plan of context.model.plans) yield* scanHalves(context, plan);
    },
  ),
  fromValueRule(
    scanResourceTypes,
    'AWS Backup scans backups of these types only; the pages do not agree on whether ALL may stand for them in a plan.',
    function* types(context) {
      for (const plan of context.model.plans) {
        for (const setting of plan.scanSettings) {
          const property = within(setting, 'ResourceTypes');
          const isRead = setting.resourceTypes.length > 0 || context.isRead(plan, property);
          yield* judged(plan, property, isRead ? allKnown(setting.resourceTypes) : undefined);
        }
      }
    },
  ),
];

function namesOfRules(plan: Plan): Judged<{ readonly name: string; readonly taken: readonly string[] }>[] {
  const earlier = new Map<string, Rule[]>();
  return plan.rules.flatMap((rule) => {
    const name = known(rule.name);
    if (name === undefined) return [];
    const taken = earlier.get(name)?.some((other) => mayCoexist(rule, other)) ? [name] : [];
    addTo(earlier, name, rule);
    return judged(plan, `${rule.path}.RuleName`, { name, taken });
  });
}

/** A vault that a rule names, by its name or by its ARN. */
interface NamedVault {
  readonly plan: Plan;
  readonly reference: VaultReference;
  readonly property: string;
  readonly told: string;
}

const namedVaults = once((context): readonly NamedVault[] =>
  context.rules.flatMap(({ plan, rule }) => {
    const told = ruleWords(rule, plan);
    const named = (reference: VaultReference | undefined, property: string) =>
      reference ? [{ plan, reference, property, told }] : [];
    return [
      ...named(rule.vault, `${rule.path}.TargetBackupVault`),
      ...named(rule.airGappedVault, `${rule.path}.TargetLogicallyAirGappedBackupVaultArn`),
      ...rule.copies.flatMap(({ vault, path }: CopyAction) => named(vault, `${path}.DestinationBackupVaultArn`)),
    ];
  }),
);

function airGappedPlaces(context: CheckContext, plan: Plan, rule: Rule) {
  const reference = rule.airGappedVault;
  if (!reference) return [];
  const own = context.stackOf(plan);
  const places = [
    { of: 'account', vault: known(reference.account), plan: own?.account },
    { of: 'Region', vault: known(reference.region), plan: own?.region },
  ] as const;
  return places.flatMap(({ of, vault, plan: place }) => {
    const value = vault === undefined || place === undefined ? undefined : { of, vault, plan: place };
    return judged(plan, `${rule.path}.TargetLogicallyAirGappedBackupVaultArn`, value, ruleWords(rule, plan));
  });
}

function scanHalves(context: CheckContext, plan: Plan) {
  const settings = countOf(context, plan, 'BackupPlan.ScanSettings', plan.scanSettings);
  const actions = plan.rules.map((rule) => countOf(context, plan, `${rule.path}.ScanActions`, rule.scans));
  if (settings === undefined || actions.includes(undefined) || !context.isRead(plan, 'BackupPlan.BackupPlanRule')) {
    return [];
  }
  const scanned = plan.rules.find((rule) => rule.scans.length > 0);
  const property = settings > 0 ? 'BackupPlan.ScanSettings' : `${scanned?.path}.ScanActions`;
  return judged(plan, property, { settings: settings > 0, actions: scanned !== undefined });
}
