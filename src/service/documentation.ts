const DOCUMENTATION = 'https://docs.aws.amazon.com/aws-backup/latest';

/** A page of the AWS Backup Developer Guide. */
export function guide(page: string): string {
  return `${DOCUMENTATION}/devguide/${page}.html`;
}

/** A page of the AWS Backup API reference. */
export function api(page: string): string {
  return `${DOCUMENTATION}/APIReference/${page}.html`;
}

/** An issue or a pull request in which the service's answer was recorded. */
export function thread(repository: string, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}
