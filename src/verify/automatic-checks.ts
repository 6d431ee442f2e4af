import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { CHECK_RULES } from '../check/rules';
import { judgeBy } from './judge-by';
import { pluginReport } from './plugin-report';

/**
 * The checks of an app that did not ask for them, but uses the constructs of this library: what is wrong with single
 * resources. What is merely worth knowing, and what is about the app as a whole, would disturb whoever builds it.
 */
export class AutomaticChecks implements IPolicyValidationPlugin {
  public readonly name = 'Strongroom';

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    return pluginReport(this, context, {
      given: {},
      judge: judgeBy(CHECK_RULES.filter(({ scope }) => scope === 'resource')),
      tells: ({ severity }) => severity !== 'info',
    });
  }
}
