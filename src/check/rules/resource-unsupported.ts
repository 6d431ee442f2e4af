import type { DataResource } from '../../read/surroundings';
import { isResource, type Reference } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnPattern, RESOURCE_TYPE_IDS } from '../../service/resource-types';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** The services, as ARNs call them, of which AWS Backup backs up something. */
const SERVICES: ReadonlySet<string | undefined> = new Set(
  RESOURCE_TYPE_IDS.map((type) => arnShape(arnPattern(type, 'aws'))?.service),
);

/** What no plan backs up, whoever selects it. */
export const resourceUnsupported: CheckRule = {
  id: 'resource-unsupported',
  title: 'A selection names resources of types that AWS Backup backs up',
  why: 'AWS Backup takes any ARN into a selection. A resource of a type that it does not back up never has a job, so nothing ever fails, and there is no backup on the day it is needed.',
  severity: 'error',
  certainty: 'documented',
  source: guide('whatisbackup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      for (const { arn, path } of selection.resources) {
        const told = unsupported(arn, context.resource(arn));
        if (told === undefined) continue;
        yield {
          at: selection,
          property: path,
          says: `${selectionWords(selection)} names ${told}, which AWS Backup does not back up`,
          fix: 'leave it out, and protect it by what its own service offers',
        };
      }
    }
  },
};

function unsupported(arn: Reference, resource: DataResource | undefined): string | undefined {
  if (resource) {
    if (resource.resourceType !== undefined) return undefined;
    const hint = resource.type === 'AWS::FSx::FileSystem' ? ' of ONTAP, whose volumes have backups of their own' : '';
    return `${resource.logicalId}, an ${resource.type}${hint}`;
  }
  const service = isResource(arn) ? undefined : arnShape(arn)?.service;
  if (service === undefined || service.includes('*') || SERVICES.has(service)) return undefined;
  return `an ARN of the service '${service}'`;
}
