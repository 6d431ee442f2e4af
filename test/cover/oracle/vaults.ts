import type { Formation, Member } from './formation';

/** Whether the jobs of a rule succeed: the lock of its vault may refuse how long their backups are kept. */
export function ruleWorks(formation: Formation, stack: string, rule: Member): boolean {
  const here = formation.placeOf(stack);
  for (const { name: other, template } of formation.stacks) {
    const place = formation.placeOf(other);
    if (place.account !== here.account || place.region !== here.region) continue;
    for (const [id, { Type }] of Object.entries(template.Resources)) {
      if (Type !== 'AWS::Backup::BackupVault' || !formation.exists(other, id)) continue;
      if (formation.idOf(other, id) !== String(rule('TargetBackupVault'))) continue;
      const isTaken = accepts(formation, other, id, () => rule('Lifecycle', 'DeleteAfterDays'));
      if (!isTaken) formation.world.hit('lock refuses');
      return isTaken;
    }
  }
  return true;
}

function accepts(formation: Formation, stack: string, vault: string, kept: () => unknown): boolean {
  const least = formation.property(stack, vault, 'LockConfiguration', 'MinRetentionDays');
  const most = formation.property(stack, vault, 'LockConfiguration', 'MaxRetentionDays');
  if (least === undefined && most === undefined) return true;
  const days = kept();
  if (days === undefined) return most === undefined || !formation.world.holds('endless-retention-breaks-maximum');
  return (least === undefined || Number(days) >= Number(least)) && (most === undefined || Number(days) <= Number(most));
}
