import { CheckContext } from '../../src/check/context';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { readFrom } from '../read/reading';

/** What checks ask about a template, on Sunday, 15 November 2026. */
export function contextOf(Resources: Readonly<Record<string, unknown>>, from = Date.UTC(2026, 10, 15)): CheckContext {
  const model = readFrom({ 'app.json': { Resources } }, [{ kind: 'template', path: 'app.json' }]);
  return new CheckContext(model, Assumptions.DEFAULT.leaning(), from);
}
