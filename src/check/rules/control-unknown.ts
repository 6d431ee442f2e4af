import { CONTROL_PARAMETERS, parametersOf } from '../../service/control-parameters';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Controls that there are not. */
export const controlUnknown: CheckRule = {
  id: 'control-unknown',
  title: 'A framework has controls that AWS Backup Audit Manager knows',
  why: 'AWS Backup refuses a framework with a control of any other name, so the deployment fails and nothing is audited.',
  severity: 'error',
  certainty: 'documented',
  source: guide('controls-and-remediation'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const framework of context.model.frameworks) {
      for (const control of framework.controls) {
        const name = known(control.name);
        if (name === undefined || parametersOf(name)) continue;
        yield {
          at: framework,
          property: `${control.path}.ControlName`,
          says: `there is no control '${name}'`,
          fix: `name one of ${Object.keys(CONTROL_PARAMETERS).join(', ')}`,
        };
      }
    }
  },
};
