import { actionsOf, type HandlerUse, SCHEMAS, type TypePermissions } from './permission';

const backup = actionsOf('backup');

const REPORTS_ROLE = { service: 'reports.backup.amazonaws.com', name: 'AWSServiceRoleForBackupReports' };

const reportsLinkedRole: HandlerUse = {
  sid: 'ReportsLinkedRole',
  on: 'serviceLinkedRole',
  why: 'AWS Backup Audit Manager makes this role for itself with the first framework or report of an account',
  source:
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackupReports.html',
  actions: { create: ['iam:CreateServiceLinkedRole'] },
};

export const FRAMEWORK: TypePermissions = {
  type: 'AWS::Backup::Framework',
  serviceLinkedRole: REPORTS_ROLE,
  uses: [
    {
      sid: 'Frameworks',
      on: 'itself',
      why: 'these are done to a framework; a random id follows its name',
      source: SCHEMAS,
      actions: {
        create: backup('CreateFramework DescribeFramework ListTags TagResource'),
        read: backup('DescribeFramework ListTags'),
        update: backup('DescribeFramework UpdateFramework ListTags TagResource UntagResource'),
        delete: backup('DeleteFramework DescribeFramework'),
      },
    },
    reportsLinkedRole,
  ],
};

export const REPORT_PLAN: TypePermissions = {
  type: 'AWS::Backup::ReportPlan',
  serviceLinkedRole: REPORTS_ROLE,
  uses: [
    {
      sid: 'ReportPlans',
      on: 'itself',
      why: 'these are done to a report plan; a random id follows its name',
      source: SCHEMAS,
      actions: {
        create: backup('CreateReportPlan DescribeReportPlan ListTags TagResource'),
        read: backup('DescribeReportPlan ListTags'),
        update: backup('DescribeReportPlan UpdateReportPlan ListTags TagResource UntagResource'),
        delete: backup('DeleteReportPlan DescribeReportPlan'),
      },
    },
    reportsLinkedRole,
  ],
};

export const TIERING_CONFIGURATION: TypePermissions = {
  type: 'AWS::Backup::TieringConfiguration',
  uses: [
    {
      sid: 'TieringConfigurations',
      on: 'itself',
      why: 'these are done to a tiering configuration; a random id follows its name',
      source: SCHEMAS,
      actions: {
        create: backup('CreateTieringConfiguration GetTieringConfiguration TagResource'),
        read: backup('GetTieringConfiguration ListTags'),
        update: backup('UpdateTieringConfiguration ListTags TagResource UntagResource'),
        delete: backup('DeleteTieringConfiguration GetTieringConfiguration'),
      },
    },
  ],
};

export const LEGAL_HOLD: TypePermissions = {
  type: 'AWS::Backup::LegalHold',
  uses: [
    {
      sid: 'LegalHolds',
      on: 'itself',
      why: 'these are done to a legal hold; its id is random, so no hold can be told from another before it is there',
      source: SCHEMAS,
      actions: {
        create: backup('CreateLegalHold GetLegalHold TagResource'),
        read: backup('GetLegalHold ListTags'),
        update: backup('GetLegalHold ListTags TagResource UntagResource'),
        delete: backup('CancelLegalHold GetLegalHold'),
      },
    },
  ],
};
