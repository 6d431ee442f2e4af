import { recordedFor } from '../../service/control-recording';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Frameworks, which AWS Config has to record for. */
export const frameworkNeedsRecording: CheckRule = {
  id: 'framework-needs-recording',
  title: 'AWS Config records what the controls of a framework evaluate',
  why: 'The controls of a framework are evaluated by AWS Config, which has to record certain resource types in the account and Region before the first framework is made. Where it does not, controls tell nothing. What it records is not said here.',
  severity: 'info',
  certainty: 'documented',
  source: guide('controls-and-remediation'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const framework of context.model.frameworks) {
      const types = framework.controls.flatMap(({ name }) => recordedFor(known(name) ?? '') ?? []);
      const distinct = [...new Set(types)].sort();
      if (distinct.length === 0) continue;
      yield {
        at: framework,
        property: 'FrameworkControls',
        says: `the controls of framework '${known(framework.name) ?? framework.logicalId}' are evaluated only where AWS Config records ${distinct.join(', ')}, of which nothing is known here`,
        fix: 'switch recording of these types on in the account and Region before this is deployed, and acknowledge this',
      };
    }
  },
};
