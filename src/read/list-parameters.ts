import { isArn } from './arns';
import { own } from './json';
import { hole, type Reduced } from './reduced';
import { type Segment, type Segments, splitSegments } from './segments';
import type { Template } from './template';
import { isAtom } from './text-functions';

/** Whether a parameter is a list of texts. */
export function isListParameter(parameter: unknown): boolean {
  const type = own(parameter, 'Type');
  return typeof type === 'string' && (type === 'CommaDelimitedList' || type.startsWith('List<'));
}

/** A text with commas, as a nested stack gets it for a parameter that is a list. */
export function listOf(segments: Segments | undefined, name: string, template: Template): Reduced {
  // A hole that may hold a comma may stand for any number of texts.
  if (!segments?.every((segment) => 'words' in segment || isAtom(segment) || isArn(segment))) {
    return hole({ hole: name, kind: 'function', template });
  }
  return { is: 'texts', items: segments.length === 0 ? [] : splitSegments(segments, ',').map(trimmed) };
}

/** A text without the blanks around it. */
function trimmed(segments: Segments): Segments {
  const last = segments.length - 1;
  return segments.flatMap((segment, index): Segment[] => {
    if (!('words' in segment)) return [segment];
    const left = index === 0 ? segment.words.trimStart() : segment.words;
    const words = index === last ? left.trimEnd() : left;
    return words === '' ? [] : [{ words }];
  });
}
