import type { DataResource } from '../../read/surroundings';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known, type RuleOfPlan } from '../context';
import { namedKinds } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';
import { isContinuous } from '../rule-times';
import { counted } from '../time-words';

const TYPES: ReadonlySet<string> = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);

/** Automated backups of a database that say otherwise than the rule that backs it up continuously. */
export const databaseRetentionBesideContinuous: CheckRule = {
  id: 'database-retention-beside-continuous',
  title: 'A database that is backed up continuously leaves its automated backups to AWS Backup',
  why: 'With continuous backup, AWS Backup takes over the automated backups of a database, their retention and their window. RDS then refuses to change them, so a template that says otherwise cannot be deployed where these properties change; and where automated backups were off, the database is offline while they are switched on.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('rds-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const told = new Set<DataResource>();
    for (const plan of context.model.plans) {
      const rule = plan.rules.find((each) => isContinuous(context, { plan, rule: each }) === true && !each.when);
      if (!rule) continue;
      for (const selection of context.selectionsOf(plan)) {
        if (selection.conditions.length > 0 || selection.notResources.length > 0) continue;
        for (const { resource, kinds } of namedKinds(context, selection)) {
          if (!resource || resource.cluster || told.has(resource) || !TYPES.has(resource.type)) continue;
          if (kinds.some(({ features }) => features.continuous !== 'yes')) continue;
          told.add(resource);
          yield* flaws(resource, { plan, rule });
        }
      }
    }
  },
};

function* flaws(database: DataResource, { plan, rule }: RuleOfPlan): Iterable<Flaw> {
  const days = known(rule.lifecycle?.deleteAfterDays);
  const name = `database '${database.logicalId}'`;
  for (const { path, value, when } of database.settings) {
    const own = known(value);
    if (own === undefined || when) continue;
    if (path === 'BackupRetentionPeriod' && days !== undefined && Number(own) !== days) {
      const outage = Number(own) === 0 ? ', and takes it offline while it switches them on' : '';
      yield {
        at: database,
        property: path,
        says: `${name} keeps its automated backups ${counted(Number(own), 'day')}, and ${ruleWords(rule, plan)}, which backs it up continuously, sets that to ${counted(days, 'day')}${outage}`,
        fix: `set BackupRetentionPeriod to ${days}, as the rule does`,
      };
    }
    if (path === 'PreferredBackupWindow') {
      yield {
        at: database,
        property: path,
        says: `${name} asks for automated backups at ${own}, and ${ruleWords(rule, plan)}, which backs it up continuously, lets AWS Backup choose the time`,
        fix: 'leave PreferredBackupWindow out',
        severity: 'info',
      };
    }
  }
}
