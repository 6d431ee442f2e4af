import { guide } from '../documentation';
import type { ErrorFamily } from './cause';

const VSS = guide('windows-backups');
const TROUBLE = 'https://repost.aws/knowledge-center/backup-troubleshoot-vss-failures';
const ATTEMPT = 'windows vss backup attempt failed because';

/** Windows VSS backups of EC2 instances. */
export const VSS_ERRORS: ErrorFamily = {
  title: 'Windows VSS',
  causes: [
    {
      id: 'vss-instance-not-ready',
      signs: [{ texts: [`${ATTEMPT}*either instance or ssm agent has invalid state`], sureness: 'certain' }],
      says: 'Systems Manager does not reach the instance: it is stopped, its SSM agent is not running, or its instance profile lacks permissions; a regular backup was taken instead',
      fix: 'see that the instance is running and managed by Systems Manager, and give its profile AmazonSSMManagedInstanceCore and AWSEC2VssSnapshotPolicy',
      source: TROUBLE,
    },
    {
      id: 'vss-denied',
      signs: [{ texts: [`${ATTEMPT}*insufficient privileges to perform this operation`], sureness: 'certain' }],
      says: 'the profile of the instance may not make snapshots, or the role of the job may not send the command',
      actions: [
        'ssm:SendCommand',
        'ssm:GetCommandInvocation',
        'ssm:CancelCommand',
        'ec2:CreateSnapshot',
        'ec2:CreateTags',
      ],
      rule: 'role-without-backup-permissions',
      fix: 'give the profile of the instance AWSEC2VssSnapshotPolicy, and the role of the job AWSBackupServiceRolePolicyForBackup',
      source: TROUBLE,
    },
    {
      id: 'vss-not-installed',
      signs: [{ texts: [`${ATTEMPT}*ec2-vss-agent.exe is not installed`], sureness: 'certain' }],
      says: 'the instance lacks the package AwsVssComponents',
      fix: 'install AwsVssComponents with Systems Manager Distributor',
      source: VSS,
    },
    {
      id: 'vss-timeout',
      signs: [{ texts: [`${ATTEMPT}*timeout on vss enabled snapshot creation`], sureness: 'certain' }],
      says: 'the applications on the instance were not still for long enough to make a snapshot; a regular backup was taken instead',
      fix: 'run the rule when the instance has little to do, and bring AwsVssComponents up to date',
      source: TROUBLE,
    },
    {
      id: 'vss-windows-version',
      signs: [{ texts: [`${ATTEMPT}*unsupported windows server version`], sureness: 'certain' }],
      says: 'VSS backups need Windows Server 2012 or later',
      fix: 'upgrade the instance, or leave it out of the plan with WindowsVSS',
      source: VSS,
    },
    {
      id: 'vss-failed',
      signs: [{ texts: ['windows vss backup job error encountered'], sureness: 'certain' }],
      says: 'something of the VSS backup failed, and a regular backup was taken instead: the job is completed, with issues',
      fix: 'look in Systems Manager, Run Command, for the output of AWSEC2-CreateVssSnapshot on this instance',
      source: TROUBLE,
    },
  ],
};
