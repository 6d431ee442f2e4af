import { type AssumptionId, assumptionOf, SWITCHES } from './registry';

/** How something is said of an assumption: YAML, each line by itself. */
export function exampleOf(id: AssumptionId): string[] {
  const { example } = assumptionOf(id);
  return Object.hasOwn(SWITCHES, id) ? [`${id}: ${example[0]}`] : [`${id}:`, ...example.map((line) => `  ${line}`)];
}
