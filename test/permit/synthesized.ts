import { readFileSync } from 'node:fs';
import type { App } from 'aws-cdk-lib';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';

/** The model of an app as the command reads it, once it is synthesized. */
export function modelOf(app: App): BackupModel {
  return readModel([{ kind: 'assembly', path: app.synth().directory }], (path) => readFileSync(path, 'utf8'));
}
