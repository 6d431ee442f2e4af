import { AspectPriority, Aspects, FeatureFlags, Lazy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BackupResource } from './backup-resource';
import { BackupableResources, type Collecting } from './backupable-resources';

/** One collector for all constructs of a selection, so that what two of them share is collected once. */
export function collectUnder(
  selection: Construct,
  resources: readonly BackupResource[],
  options: Omit<Collecting, 'wholes'>,
): BackupableResources | undefined {
  const roots = new Set(resources.flatMap(({ construct }) => construct ?? []));
  if (roots.size === 0) return undefined;
  const wholes = resources.flatMap(({ construct, collectsAll }) => (construct && collectsAll ? [construct] : []));
  const collector = new BackupableResources(selection.node.path, { ...options, wholes });
  for (const root of roots) Aspects.of(root).add(collector, { priority: aspectPriority(root) });
  return collector;
}

/** ARNs as the low-level resource takes them, with those that are collected until the template is written. */
export function lateList(arns: string[], collector: BackupableResources | undefined): string[] | undefined {
  // Not cached, or else an aspect that looks early keeps out what is collected later: it would not be backed up.
  if (collector) return Lazy.uncachedList({ produce: () => [...arns, ...collector.arns] }, { omitEmpty: true });
  return arns.length > 0 ? arns : undefined;
}

/** Where the app asks that aspects which change things run before those that look, this one joins the former. */
function aspectPriority(construct: Construct): number | undefined {
  return FeatureFlags.of(construct).isEnabled('@aws-cdk/core:aspectPrioritiesMutating')
    ? AspectPriority.MUTATING
    : undefined;
}
