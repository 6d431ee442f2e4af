import { App, type AppProps, Stack, type StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';

/** A stack of an app of its own. */
export function newStack(props: StackProps = {}, app: AppProps = {}): Stack {
  return new Stack(new App({ analyticsReporting: false, ...app }), 'Stack', props);
}

/** The properties of the only resource of a type. */
export function onlyResource(stack: Stack, type: string): { readonly [property: string]: unknown } {
  const found = Object.values(Template.fromStack(stack).findResources(type));
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}`);
  return (found[0] as { readonly Properties: { readonly [property: string]: unknown } }).Properties;
}

/** The warnings on a construct and below it, in the order in which the app tells them. */
export function warningsOf(construct: IConstruct): string[] {
  return Annotations.fromStack(Stack.of(construct))
    .findWarning('*', Match.anyValue())
    .map(({ id, entry }) => `${id}: ${entry.data}`);
}

/** What a program throws. */
export function thrown(program: () => unknown): string {
  try {
    program();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
