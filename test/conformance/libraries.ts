import * as official from 'aws-cdk-lib/aws-backup';
import * as ours from 'cdk-strongroom';
import type { BackupLibrary } from './program';

/** Private members make the official classes nominal to TypeScript, so the cast is what a change of import is. */
export const OURS = ours as unknown as BackupLibrary;
export const OFFICIAL: BackupLibrary = official;
