import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** The one type whose backups have a cheaper tier. */
const TIERED = 'S3';

/** Backups of buckets alone are tiered. */
export const tieringType: CheckRule = {
  id: 'tiering-type',
  title: 'A tiering configuration is about backups of S3',
  why: 'Backups of no other type have a cheaper tier, so the configuration is refused, and what it was to make cheaper stays as it is.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-tiering'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const tiering of context.model.tieringConfigurations) {
      for (const { path, resourceType } of tiering.selections) {
        const type = known(resourceType);
        if (type === undefined || type === TIERED) continue;
        yield {
          at: tiering,
          property: `${path}.ResourceType`,
          says: `backups of ${TIERED} alone have a cheaper tier, got '${type}'`,
          fix: `give ${TIERED}, or leave the selection out`,
        };
      }
    }
  },
};
