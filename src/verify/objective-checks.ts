import {
  App,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  Validations,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type DeclaredObjective, findObjectivesMissed } from './objective-findings';
import { pluginReport } from './plugin-report';

/** Under which a construct tells the objective that it declares; two copies of this package share it. */
const OBJECTIVE = Symbol.for('cdk-strongroom.objective');
/** Marks the root of an app whose objectives are judged. */
const JUDGED = Symbol.for('cdk-strongroom.objectives-judged');

type Declaring = IConstruct & { readonly [OBJECTIVE]?: DeclaredObjective };

/** Judges the objectives that an app declares, all of them at once. */
class ObjectiveChecks implements IPolicyValidationPlugin {
  public readonly name = 'Strongroom';

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const declared = context.appConstruct.node.findAll().flatMap((each: Declaring) => each[OBJECTIVE] ?? []);
    return pluginReport(this, context, {
      given: {},
      judge: (model, assumptions) => findObjectivesMissed(declared, model, assumptions),
      tells: () => true,
    });
  }
}

/**
 * Arranges that an objective is judged when the app is synthesized.
 *
 * @returns whether that is so: only apps run checks
 */
export function judgeAtSynth(construct: IConstruct, declared: DeclaredObjective): boolean {
  const { root } = construct.node;
  if (!App.isApp(root)) return false;
  Object.defineProperty(construct, OBJECTIVE, { value: declared });
  if (!(JUDGED in root)) {
    Object.defineProperty(root, JUDGED, { value: true });
    Validations.of(root).addPlugins(new ObjectiveChecks());
  }
  return true;
}
