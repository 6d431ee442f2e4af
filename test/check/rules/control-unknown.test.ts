import { controlUnknown } from '../../../src/check/rules/control-unknown';
import { testRule } from '../rule-cases';
import { framework } from './audited';

testRule(controlUnknown, [
  {
    title: 'a control of another name',
    wrong: { Framework: framework({ ControlName: 'BACKUP_RESOURCES_PROTECTED_BY_PLAN' }) },
    at: 'Resources.Framework.Properties.FrameworkControls.0.ControlName',
    right: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
    finds: {
      logicalId: 'Framework',
      property: 'FrameworkControls[0].ControlName',
      says: /^there is no control 'BACKUP_RESOURCES_PROTECTED_BY_PLAN'$/,
    },
  },
]);
