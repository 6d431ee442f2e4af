import { parametersOf } from '../../service/control-parameters';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Parameters that a control does not take. */
export const controlParameterUnknown: CheckRule = {
  id: 'control-parameter-unknown',
  title: 'A control has the parameters that it takes, and no others',
  why: 'A parameter of another name either fails the deployment of the framework, or leaves the control with its default: it then reports as compliant what you meant to be none. The guide does not say which of the two.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('controls-and-remediation'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const framework of context.model.frameworks) {
      for (const { name, parameters, path } of framework.controls) {
        const control = known(name);
        const allowed = control === undefined ? undefined : parametersOf(control);
        if (!allowed) continue;
        for (const parameter of parameters) {
          if (allowed.includes(parameter.path)) continue;
          yield {
            at: framework,
            property: `${path}.ControlInputParameters`,
            says: `${control} takes ${allowed.length === 0 ? 'no parameters' : allowed.join(', ')}, got ${parameter.path} (AWS does not document what becomes of it)`,
            fix: allowed.length === 0 ? 'leave the parameter out' : `name one of ${allowed.join(', ')}`,
          };
        }
      }
    }
  },
};
