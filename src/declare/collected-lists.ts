import { Annotations, AspectPriority, Aspects, CfnResource, FeatureFlags, Lazy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BackupResource } from './backup-resource';
import { BackupableResources, type Collecting } from './backupable-resources';
import { collect } from './collected-arns';

/** One collector for all constructs of a selection, so that what two of them share is collected once. */
export function collectUnder(
  selection: Construct,
  resources: readonly BackupResource[],
  options: Omit<Collecting, 'wholes'>,
): BackupableResources | undefined {
  return collectAt(rootsOf(resources), () => {
    const wholes = resources.flatMap(({ construct, collectsAll }) => (construct && collectsAll ? [construct] : []));
    return new BackupableResources(selection.node.path, { ...options, wholes });
  });
}

/**
 * The collector of what is excluded, for which every construct is a whole: what `fromConstruct` leaves out may be selected
 * otherwise, and whoever excludes a construct means all of it.
 */
export function collectExclusions(
  selection: Construct,
  resources: readonly BackupResource[],
): BackupableResources | undefined {
  const roots = rootsOf(resources);
  return collectAt(roots, () => new BackupableResources(selection.node.path, { wholes: [...roots] }));
}

/** Warns of constructs that are excluded and have nothing in them that could be. To be asked when the app is complete. */
export function warnOfEmptyExclusions(selection: Construct, resources: readonly BackupResource[]): void {
  for (const root of rootsOf(resources)) {
    if (root.node.findAll().some((node) => CfnResource.isCfnResource(node) && collect(node))) continue;
    Annotations.of(selection).addWarningV2(
      'Strongroom::exclusion-of-nothing',
      `excludedResources: the construct ${root.node.path} has no resource that a selection can name, so nothing is excluded by it; ` +
        'name what is meant by its ARN',
    );
  }
}

function rootsOf(resources: readonly BackupResource[]): ReadonlySet<Construct> {
  const roots = new Set<Construct>();
  for (const { construct } of resources) if (construct) roots.add(construct);
  return roots;
}

function collectAt(roots: ReadonlySet<Construct>, make: () => BackupableResources): BackupableResources | undefined {
  // Most selections name no construct.
  if (roots.size === 0) return undefined;
  const collector = make();
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
