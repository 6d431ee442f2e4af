import { App, PropertyInjectors, Stack } from 'aws-cdk-lib';

/** A stack of an app in which a class gets further props from a property injector. */
export function stackWithInjected(constructUniqueId: string, injected: object): Stack {
  const app = new App({ analyticsReporting: false });
  PropertyInjectors.of(app).add({ constructUniqueId, inject: (props) => ({ ...props, ...injected }) });
  return new Stack(app, 'Stack');
}
