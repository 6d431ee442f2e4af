const GUIDE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';

/** A page of the AWS Backup Developer Guide (the API reference is part of it). */
export function guide(page: string): string {
  return `${GUIDE}/${page}.html`;
}

/** An issue or a pull request in which the service's answer was recorded. */
export function thread(repository: string, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}
