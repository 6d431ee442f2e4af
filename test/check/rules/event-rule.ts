/** A rule of EventBridge on backup jobs in these states. */
export const eventRule = (states: unknown, more: object = {}, pattern: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    EventPattern: {
      source: ['aws.backup'],
      'detail-type': ['Backup Job State Change'],
      detail: { state: states },
      ...pattern,
    },
    Targets: [{ Id: 'us', Arn: 'arn:aws:sns:eu-central-1:111122223333:us' }],
    ...more,
  },
});
