import type { JsonObject } from '../json';
import { ASSUMPTION_IDS, assumptionOf, FILE } from './registry';

/** Where the schema is published. */
export const SCHEMA_ID =
  'https://raw.githubusercontent.com/cdk-strongroom/cdk-strongroom/main/docs/schemas/assumptions.schema.json';

/** The JSON Schema of a file of assumptions: it takes what the reader takes, and refuses what the reader refuses. */
export function assumptionsSchema(): JsonObject {
  const properties = ASSUMPTION_IDS.map((id) => {
    const { title, standard, reason, shape } = assumptionOf(id);
    return [id, { ...shape.schema, description: `${title}. Default: ${standard}, because ${reason}.` }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Assumptions of Strongroom',
    ...FILE.schema,
    // A file in which everything is a comment holds nothing.
    type: ['object', 'null'],
    properties: Object.fromEntries(properties),
  };
}
