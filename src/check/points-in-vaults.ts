import type { CopyAction, Lifecycle, Part, Plan, Rule, Vault, VaultReference } from '../read/model';
import { known, mayCoexist } from './context';
import { once } from './once';

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

/** Every way of recovery points into vaults. */
export const pointsInVaults = once((context): readonly PointsInVault[] =>
  context.rules.flatMap(({ plan, rule }) => {
    const told = ruleWords(rule, plan);
    const into = (
      kind: PointsInVault['kind'],
      property: string,
      reference: VaultReference | undefined,
      copy?: CopyAction,
    ): PointsInVault => ({
      plan,
      rule,
      told: copy ? `the copy of ${told}` : told,
      kind,
      vault: beside(plan, copy ?? rule, context.vaultOf(reference, plan)),
      reference,
      lifecycle: copy?.lifecycle ?? rule.lifecycle,
      property: copy?.lifecycle ? copy.path : rule.path,
      vaultProperty: `${(copy ?? rule).path}.${property}`,
    });
    return [
      into('target', 'TargetBackupVault', rule.vault),
      ...(rule.airGappedVault
        ? [into('airGappedTarget', 'TargetLogicallyAirGappedBackupVaultArn', rule.airGappedVault)]
        : []),
      ...rule.copies.map((copy) => into('copy', 'DestinationBackupVaultArn', copy.vault, copy)),
    ];
  }),
);

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
