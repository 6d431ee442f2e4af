import type { IConstruct } from 'constructs';

/** Under which a construct remembers the rules that it annotated itself with; two copies of this package share it. */
const ANNOTATED = Symbol.for('cdk-strongroom.annotated');

type Annotated = IConstruct & { readonly [ANNOTATED]?: Set<string> };

/** Remembers that a construct was annotated with a rule. */
export function rememberAnnotated(construct: IConstruct, rule: string): void {
  const known = (construct as Annotated)[ANNOTATED];
  if (known) known.add(rule);
  else Object.defineProperty(construct, ANNOTATED, { value: new Set([rule]) });
}

/** Whether a construct, or one around it, was annotated with a rule: then the app has been told, and may have acknowledged it. */
export function wasAnnotated(construct: IConstruct, rule: string): boolean {
  return construct.node.scopes.some((scope) => (scope as Annotated)[ANNOTATED]?.has(rule));
}
