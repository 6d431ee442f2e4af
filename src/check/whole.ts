import type { CheckContext } from './context';

/**
 * Whether every resource that has to do with backups was read, so that what is not in the model is not in the templates.
 * What is noted of a resource, a stack or a file as a whole, and not of a property, may hold anything, unless the note says
 * that it hides nothing, as that of a resource which a condition leaves out.
 */
export function isWhole({ model }: CheckContext): boolean {
  return model.notes.every(({ property, hidesNothing }) => property !== undefined || hidesNothing);
}
