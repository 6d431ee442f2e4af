import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';

/** Apps all of whose copies stay where the originals are. */
export const copiesStayInPlace: CheckRule = {
  id: 'copies-stay-in-place',
  title: 'Some copies leave the account or the Region, or go to an air-gapped vault',
  why: 'A copy in the same account and Region is lost with the original when the Region fails, and deleted with it by whoever has taken the account. Copies to another Region protect from the former, copies to another account and to an air-gapped vault from the latter.',
  severity: 'info',
  certainty: 'documented',
  source: guide('recov-point-create-a-copy'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const copies = [...copiesOf(context)];
    const stay = copies.filter(
      ({ way, vault }) => way.account === 'same' && way.region === 'same' && vault?.kind !== 'logicallyAirGapped',
    );
    if (copies.length === 0 || stay.length < copies.length) return;
    yield {
      says: `${copies.length === 1 ? 'the only copy' : `each of the ${copies.length} copies`} of recovery points stays in the account and the Region of the original`,
      fix: 'copy to a vault of another Region or, better, of another account',
    };
  },
};
