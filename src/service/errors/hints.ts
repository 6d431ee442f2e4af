import { guide } from '../documentation';
import { holds } from './phrase';

/** Where to look for what an error text does not tell. */
export interface Hint {
  /** One clause, lower case, no full stop. */
  readonly says: string;
  readonly source: string;
}

interface HintFor extends Hint {
  /** Phrases, of which the text holds one; any text will do where there are none. */
  readonly texts?: readonly string[];
}

const HINTS: readonly HintFor[] = [
  {
    texts: ['encoded authorization failure message'],
    says: 'decode the message: aws sts decode-authorization-message --encoded-message TEXT tells the action, and explain reads what it writes',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  },
  {
    texts: ['accessdenied', 'access denied', 'unauthorized', 'not authorized', 'forbidden', 'insufficient privileges'],
    says: 'the text names no action: look in CloudTrail, in the account and Region of the error and at its time, for events with errorCode AccessDenied; their errorMessage names the action, and explain reads them',
    source: guide('logging-using-cloudtrail'),
  },
  {
    texts: ['aws::', 'create_failed', 'update_failed', 'delete_failed', 'cloudformation', 'resource handler'],
    says: 'look at the first event of the stack that failed: aws cloudformation describe-stack-events --stack-name NAME, and give explain what it writes',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  },
  {
    texts: ['job'],
    says: 'look at the message of the job itself: aws backup describe-backup-job --backup-job-id ID (describe-copy-job, describe-restore-job), and give explain what it writes',
    source: guide('backup-dashboards'),
  },
  {
    says: 'give more of the text: the operation that failed, and the whole message behind it',
    source: guide('troubleshooting'),
  },
];

/** Where to look for more, by what a text holds. */
export function hintsFor(plain: string): readonly Hint[] {
  return HINTS.filter(({ texts }) => texts === undefined || texts.some((text) => holds(plain, text))).map(
    ({ says, source }) => ({ says, source }),
  );
}
