import { controlScopeSize } from '../../../src/check/rules/control-scope-size';
import { LEFT_OUT, testRule } from '../rule-cases';
import { framework } from './audited';

const SCOPE = 'Resources.Framework.Properties.FrameworkControls.0.ControlScope';
const control = (ControlScope: object) =>
  framework({ ControlName: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', ControlScope });
const neverUnknown = 'it is the number of them that counts';

testRule(controlScopeSize, [
  {
    title: 'two tags',
    wrong: {
      Framework: control({
        Tags: [
          { Key: 'stage', Value: 'prod' },
          { Key: 'team', Value: 'storage' },
        ],
      }),
    },
    at: `${SCOPE}.Tags.1`,
    right: LEFT_OUT,
    neverUnknown,
    finds: {
      logicalId: 'Framework',
      property: 'FrameworkControls[0].ControlScope.Tags',
      says: /^the scope of a control names one tag at most, got 2$/,
    },
  },
  {
    title: 'two resources',
    wrong: { Framework: control({ ComplianceResourceIds: ['one', 'two'] }) },
    at: `${SCOPE}.ComplianceResourceIds.1`,
    right: LEFT_OUT,
    neverUnknown,
    finds: {
      property: 'FrameworkControls[0].ControlScope.ComplianceResourceIds',
      says: /one resource at most, got 2 \(AWS documents this in two ways\)$/,
    },
  },
]);
