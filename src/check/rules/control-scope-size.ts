import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';

/** Controls with a scope of more than one tag or resource. */
export const controlScopeSize: CheckRule = {
  id: 'control-scope-size',
  title: 'The scope of a control names one tag, or one resource, at most',
  why: 'A control is limited to what has one certain tag, or to one resource. AWS Backup refuses more, so the deployment of the framework fails. For resources the reference of the API names a larger number than the guide.',
  severity: 'warning',
  certainty: 'conflicting',
  source: guide('controls-and-remediation'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const framework of context.model.frameworks) {
      for (const { tags, resourceIds, path } of framework.controls) {
        const sizes = [
          ['Tags', 'tag', tags.filter(({ when }) => when === undefined).length],
          ['ComplianceResourceIds', 'resource', resourceIds.length],
        ] as const;
        for (const [property, noun, count] of sizes) {
          if (count <= 1) continue;
          yield {
            at: framework,
            property: `${path}.ControlScope.${property}`,
            says: `the scope of a control names one ${noun} at most, got ${count}${noun === 'resource' ? ' (AWS documents this in two ways)' : ''}`,
            fix: `use a control for each ${noun}`,
          };
        }
      }
    }
  },
};
