import { PRICES, type Section } from '../fact';

const BILL = 'it is about the bill';

/** What backups cost. */
export const COST: Section = {
  id: 'E',
  title: 'Prices',
  facts: [
    {
      id: 'E-1',
      says: 'Storage is paid by GB and month, cold storage for 90 days at least',
      certainty: 'S',
      source: PRICES,
      held: ['cold-storage-stay'],
    },
    {
      id: 'E-2',
      says: 'Restores, transfer to other Regions, restore tests and evaluations of controls are paid by use',
      certainty: 'S',
      source: PRICES,
      cannot: BILL,
    },
    {
      id: 'E-3',
      says: 'Objects below 128 KB are paid as if they had 128 KB',
      certainty: 'S',
      source: PRICES,
      cannot: 'the size of objects is in no template',
    },
    {
      id: 'E-4',
      says: 'What AWS Backup fully manages is on its own bill, the rest on that of the service, air-gapped points always on that of AWS Backup',
      certainty: 'S',
      source: PRICES,
      cannot: BILL,
    },
    {
      id: 'E-5',
      says: 'Snapshots of Aurora within the time of its continuous backup cost nothing',
      certainty: 'S',
      source: PRICES,
      cannot: BILL,
    },
    { id: 'E-6', says: 'The bill names each use by Region and type', certainty: 'S', source: PRICES, cannot: BILL },
    { id: 'E-7', says: 'Prices differ by Region and by page', certainty: 'C', source: PRICES, cannot: BILL },
    {
      id: 'E-8',
      says: 'Noncurrent versions of objects are backed up and paid for as well',
      certainty: 'S',
      source: 'https://repost.aws/knowledge-center/backup-reduce-s3-costs',
      held: ['noncurrent-versions-kept'],
    },
  ],
};

/** The API and those who imitate it. */
export const INTERFACE: Section = {
  id: 'F',
  title: 'The API',
  facts: [
    {
      id: 'F-1',
      says: 'The API has 115 operations',
      certainty: 'S',
      source: 'https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Operations.html',
      cannot: 'templates call none',
    },
    {
      id: 'F-2',
      says: 'Imitations of the API run no jobs',
      certainty: 'S',
      source: 'https://docs.getmoto.org/en/latest/docs/services/backup.html',
      cannot: 'it is about other tools',
    },
    {
      id: 'F-3',
      says: 'Other libraries check a few values and nothing between resources',
      certainty: 'S',
      source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_backup-readme.html',
      cannot: 'it is about other tools',
    },
  ],
};
