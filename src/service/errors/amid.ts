/** What tells that an error is one of AWS Backup, where its text is one that other services give too. */
export const OF_AWS_BACKUP: readonly string[] = [
  'aws backup',
  'aws.backup',
  'awsbackup',
  'backup.amazonaws.com',
  'service: backup',
  'operation error backup',
  'backup job',
  'copy job',
  'restore job',
];
