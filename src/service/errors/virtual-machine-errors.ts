import { guide } from '../documentation';
import type { ErrorFamily } from './cause';

const TROUBLE = guide('vm-troubleshooting');

/** Virtual machines of VMware, and the gateways to them. */
export const VIRTUAL_MACHINE_ERRORS: ErrorFamily = {
  title: 'Virtual machines',
  causes: [
    {
      id: 'gateways-busy',
      signs: [{ texts: ['no gateways available to work on job'], sureness: 'certain' }],
      says: 'all gateways are busy: each does four jobs at a time',
      fix: 'add gateways, or lengthen the start window of the rule',
      source: TROUBLE,
    },
    {
      id: 'gateway-out-of-time',
      signs: [{ texts: ['abort signal detected'], sureness: 'likely' }],
      says: 'the job was not done within its windows: too little bandwidth, or too few gateways for the machines',
      fix: 'lengthen the completion window, add gateways, or give them more bandwidth (100 Mbps at least)',
      source: TROUBLE,
    },
    {
      id: 'gateway-cannot-read-disk',
      signs: [
        {
          texts: ['failed to process backup data. aborted backup job', 'error opening disk on the virtual machine'],
          sureness: 'likely',
        },
      ],
      says: 'the gateway does not reach the ESXi host (a port, a name server), or VMware or the disk is of a kind that is not supported',
      fix: 'test ports 443 and 902 to the host and the name servers in the console of the gateway, and see whether the version is supported',
      source: TROUBLE,
    },
    {
      id: 'gateway-cannot-upload',
      signs: [
        {
          texts: [
            'failed to upload backup during data ingestion',
            'cloud network request timed out during data ingestion',
          ],
          sureness: 'likely',
        },
      ],
      says: 'the line from the gateway to AWS is too slow or breaks off',
      fix: 'give the gateway 100 Mbps or more, or spread the jobs over time',
      source: TROUBLE,
    },
    {
      id: 'hypervisor-trouble',
      signs: [
        { texts: ['not valid for the specified hypervisor because it is not online'], sureness: 'certain' },
        {
          texts: [
            'failed to create backup during snapshot creation',
            'createsnapshot method not supported on hypervisor',
          ],
          sureness: 'likely',
        },
      ],
      says: 'the VMware host made no snapshot, or is not online',
      fix: 'look at the state of the host and of the hypervisor in AWS Backup',
      source: TROUBLE,
    },
    {
      id: 'changed-blocks-unknown',
      signs: [{ texts: ['vmware change block tracking (cbt)'], sureness: 'certain' }],
      says: 'VMware could not say what had changed; the backup is complete, it only took longer',
      fix: 'switch changed block tracking on, or reset it if the message comes again',
      source: TROUBLE,
    },
    {
      id: 'network-drivers-missing',
      signs: [{ texts: ['no ena drivers were present'], sureness: 'certain' }],
      says: 'the machine has no drivers for the network adapter of that instance type',
      fix: 'restore to an instance type without ENA, or install the drivers in the machine and back it up again',
      source: TROUBLE,
    },
  ],
};
