import type { CheckContext } from './context';
import { madeOnce } from './lists';

/** An answer for which many rules ask, found once a run. */
export function once<Answer extends object>(
  find: (context: CheckContext) => Answer,
): (context: CheckContext) => Answer {
  const found = new WeakMap<CheckContext, Answer>();
  return (context) => {
    const known = found.get(context);
    if (known) return known;
    const answer = find(context);
    found.set(context, answer);
    return answer;
  };
}

/** An answer about a part of the model, such as a plan, found once a run for each of them. */
export function onceEach<Item extends object, Answer extends object>(
  find: (context: CheckContext, item: Item) => Answer,
): (context: CheckContext, item: Item) => Answer {
  const answers = once(() => new Map<Item, Answer>());
  return (context, item) => {
    const found = answers(context);
    // Asked far more often than made: no closure for what is there.
    return found.get(item) ?? madeOnce(found, item, () => find(context, item));
  };
}
