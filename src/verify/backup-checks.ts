import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { CHECK_RULES } from '../check/rules';
import { judgeBy } from './judge-by';
import { pluginReport } from './plugin-report';

/** What no template can tell, for the checks of an app. */
export interface BackupChecksProps {
  /**
   * The file that says what no template can tell.
   *
   * @default - strongroom.assumptions.yaml in the working directory, where there is one
   */
  readonly assumptionsFile?: string;

  /**
   * Whether what that file does not say is unknown, instead of its default.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/**
 * Checks what an app declares of AWS Backup whenever it is synthesized, whichever constructs declare it: errors fail the
 * synth, warnings and information are printed. Each finding is acknowledged as `Strongroom::RULE`, on a construct or around
 * it.
 *
 * Apps that use the constructs of this library are checked without it, except for information and for what is about the
 * whole app. The context key `strongroom:checks` softens (`warn`) or silences (`off`) both.
 *
 * @example
 * Validations.of(this.node.root).addPlugins(new BackupChecks());
 */
export class BackupChecks implements IPolicyValidationPlugin {
  /** The name under which findings are acknowledged. */
  public readonly name: string = 'Strongroom';
  readonly #props: BackupChecksProps;

  /** @param props what no template can tell */
  constructor(props: BackupChecksProps = {}) {
    this.#props = props;
  }

  /**
   * Checks the templates of an app; the CDK calls this.
   *
   * @param context the app and its templates
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    return pluginReport(this, context, { given: this.#props, judge: judgeBy(CHECK_RULES), tells: () => true });
  }
}
