import type { App } from 'aws-cdk-lib';
import type { CheckResult } from '../check/finding';
import type { Assumptions } from '../read/assumptions/assumptions';
import type { BackupModel } from '../read/model';
import { readModel } from '../read/read-model';
import { type AssumptionsGiven, assumptionsOf } from './assumptions';
import { readText } from './files';

/** What was found. */
export type Found = Pick<CheckResult, 'findings' | 'acknowledged'>;

/** Finds out what is wrong with what was read. */
export type Judge = (model: BackupModel, assumptions: Assumptions) => Found;

/** What was checked, and what was found. */
export interface Checked {
  readonly model: BackupModel;
  readonly result: Found;
}

/** What one plugin found in an app as it was synthesized last, and of which templates it was asked since. */
interface Run extends Checked {
  readonly asked: Set<string>;
}

/** A model of an app, and the plugins that have run over it. */
interface Reading {
  readonly model: BackupModel;
  readonly runs: Map<object, Run>;
}

/** What all plugins of an app know together; two copies of this package share it. */
interface AppState {
  /** By the assumptions with which it was read. */
  readonly readings: Map<string, Reading>;
  readonly owners: Map<string, object>;
}

const STATE = Symbol.for('cdk-strongroom.checks');

/**
 * The checks of one app. CDK versions differ in how they ask a plugin, once or for each environment by itself; and an app
 * may have several plugins. All the same it is read once a synth, and each finding reaches its user once.
 */
export class AppChecks {
  private readonly state: AppState;

  constructor(private readonly app: App) {
    const holder = app as App & { [STATE]?: AppState };
    if (!holder[STATE]) Object.defineProperty(app, STATE, { value: { readings: new Map(), owners: new Map() } });
    this.state = holder[STATE] as AppState;
  }

  /**
   * Has a plugin judge the whole app.
   *
   * @param owner the plugin
   * @param templates the templates that it is asked about
   */
  public run(owner: object, templates: readonly string[], judge: Judge, given: AssumptionsGiven): Checked {
    const key = JSON.stringify(given);
    const known = this.state.readings.get(key);
    const last = known?.runs.get(owner);
    // Who asks for a template again does so because the app was synthesized again.
    const isStale = templates.some((template) => last?.asked.has(template));
    const assumptions = assumptionsOf(given);
    const reading = known && !isStale ? known : { model: this.read(assumptions), runs: new Map<object, Run>() };
    this.state.readings.set(key, reading);
    const run = reading.runs.get(owner) ?? {
      model: reading.model,
      result: judge(reading.model, assumptions),
      asked: new Set<string>(),
    };
    for (const template of templates) run.asked.add(template);
    reading.runs.set(owner, run);
    return run;
  }

  /** Whether it is for this plugin to tell something: the first that can goes on doing so, at every synth. */
  public isFor(owner: object, what: string): boolean {
    const known = this.state.owners.get(what);
    if (!known) this.state.owners.set(what, owner);
    return known === undefined || known === owner;
  }

  private read(assumptions: Assumptions): BackupModel {
    return readModel([{ kind: 'assembly', path: this.app.outdir }], readText, { assumptions });
  }
}
