import type { Lifecycle, Part, Plan, Rule, Vault, VaultReference } from '../read/model';
import { type CheckContext, known, mayCoexist } from './context';

/** Recovery points that a rule, or one of its copy actions, puts into a vault. */
export interface PointsInVault {
  readonly plan: Plan;
  readonly rule: Rule;
  /** Who puts them there, in words: `rule 'daily'`, `the copy of rule 'daily'`. */
  readonly told: string;
  readonly kind: 'target' | 'airGappedTarget' | 'copy';
  /** The vault, where it is declared in a template that was read. */
  readonly vault: Vault | undefined;
  readonly reference: VaultReference | undefined;
  /** How long they are kept; the lifecycle of a copy that has none of its own is that of the rule. */
  readonly lifecycle: Lifecycle | undefined;
  /** The path of the rule or of the copy action whose lifecycle that is. */
  readonly property: string;
  /** The path of the property that names the vault. */
  readonly vaultProperty: string;
}

/** What was found for a run, since many rules ask for it. */
const found = new WeakMap<CheckContext, readonly PointsInVault[]>();

/** Every way of recovery points into vaults. */
export function pointsInVaults(context: CheckContext): readonly PointsInVault[] {
  const known = found.get(context) ?? [...waysInto(context)];
  found.set(context, known);
  return known;
}

function* waysInto(context: CheckContext): Iterable<PointsInVault> {
  for (const { plan, rule } of context.rules) {
    const name = ruleWords(rule, plan);
    const own = { plan, rule, lifecycle: rule.lifecycle, property: rule.path };
    const place = (reference: VaultReference | undefined, part: Part = rule) => ({
      reference,
      vault: beside(plan, part, context.vaultOf(reference, plan)),
    });
    yield { ...own, ...place(rule.vault), told: name, kind: 'target', vaultProperty: `${rule.path}.TargetBackupVault` };
    if (rule.airGappedVault) {
      yield {
        ...own,
        ...place(rule.airGappedVault),
        told: name,
        kind: 'airGappedTarget',
        vaultProperty: `${rule.path}.TargetLogicallyAirGappedBackupVaultArn`,
      };
    }
    for (const copy of rule.copies) {
      yield {
        plan,
        rule,
        ...place(copy.vault, copy),
        told: `the copy of ${name}`,
        kind: 'copy',
        lifecycle: copy.lifecycle ?? rule.lifecycle,
        property: copy.lifecycle ? copy.path : rule.path,
        vaultProperty: `${copy.path}.DestinationBackupVaultArn`,
      };
    }
  }
}

/** The vault, unless a condition keeps it out whenever that part of the plan is there. */
function beside(plan: Plan, part: Part, vault: Vault | undefined): Vault | undefined {
  if (vault?.stack !== plan.stack || vault.condition === undefined) return vault;
  return mayCoexist(part, { when: [{ condition: vault.condition, holds: true }] }) ? vault : undefined;
}

/** A rule as a person calls it. */
export function ruleWords(rule: Rule, plan: Plan): string {
  const name = known(rule.name);
  return name === undefined ? `rule ${plan.rules.indexOf(rule) + 1}` : `rule '${name}'`;
}
