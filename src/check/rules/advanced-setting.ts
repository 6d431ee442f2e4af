import type { AdvancedSetting } from '../../read/model';
import { ADVANCED_OPTIONS, ADVANCED_VALUES } from '../../service/advanced-settings';
import { api } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Options for a few types of resources, spelt as AWS Backup spells them. */
export const advancedSetting: CheckRule = {
  id: 'advanced-setting',
  title:
    'Advanced backup settings are options that there are: WindowsVSS of EC2, BackupACLs and BackupObjectTags of S3',
  why: 'AWS Backup refuses a plan with an option, a type or a value that it does not know, so the deployment fails.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_AdvancedBackupSetting'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      for (const setting of plan.advancedSettings) {
        const flaw = flawOf(setting);
        if (flaw) yield { at: plan, ...flaw };
      }
    }
  },
};

function flawOf(setting: AdvancedSetting): Omit<Flaw, 'at'> | undefined {
  const type = known(setting.resourceType);
  const value = known(setting.value);
  if (type === undefined) return undefined;
  const options = ADVANCED_OPTIONS.get(type);
  if (!options) {
    const types = [...ADVANCED_OPTIONS.keys()].join(' and ');
    return {
      property: `${setting.path}.ResourceType`,
      says: `there are advanced settings for ${types}, got '${type}'`,
      fix: `give ${types.replace('and', 'or')}, or leave the setting out`,
    };
  }
  const property = `${setting.path}.BackupOptions`;
  if (!options.includes(setting.option)) {
    const says = `${type} has the advanced settings ${options.join(' and ')}, got '${setting.option}'`;
    return { property, says, fix: 'spell the setting so, or leave it out' };
  }
  if (value === undefined || ADVANCED_VALUES.includes(value)) return undefined;
  const values = ADVANCED_VALUES.join(' or ');
  return { property, says: `${setting.option} must be ${values}, got '${value}'`, fix: `give ${values}` };
}
