import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { notSelected } from '../not-selected';
import { planWords } from '../plan-words';

/** Advanced settings for types of which the plan selects nothing. */
export const advancedSettingWithoutResources: CheckRule = {
  id: 'advanced-setting-without-resources',
  title: 'Advanced backup settings are those of types that the plan selects',
  why: 'A setting names a type. If the plan selects nothing of it, the setting does nothing, and nobody is told: the instances that were to be backed up consistently may be in another plan, without it.',
  severity: 'info',
  certainty: 'documented',
  source: guide('windows-backups'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      for (const { path, resourceType, option, value } of plan.advancedSettings) {
        if (resourceType === undefined || known(value) !== 'enabled') continue;
        for (const type of notSelected(context, plan, [resourceType])) {
          yield {
            at: plan,
            property: `${path}.ResourceType`,
            says: `${planWords(plan)} has the setting ${option} for ${type}, and selects no resource of that type`,
            fix: `select resources of ${type}, or move the setting to the plan that does`,
          };
        }
      }
    }
  },
};
