// Answers for `bench/schedule-table.mts`, in a process that can be ended where a library hangs.
import { LIBRARIES } from './schedule-libraries.mjs';

process.on('message', ({ library, expression, timezone, from, count }) => {
  process.send(answer(library, expression, timezone, from, count));
});

function answer(library, expression, timezone, from, count) {
  let next;
  try {
    next = LIBRARIES[library](expression, timezone);
  } catch (error) {
    return { refused: error.message };
  }
  const found = [];
  try {
    let after = new Date(from - 1000);
    while (found.length < count) {
      after = next(after);
      if (!after) break;
      found.push(after.getTime());
    }
    return { found };
  } catch (error) {
    return { found, failed: error.message };
  }
}
