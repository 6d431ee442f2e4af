import { isObject, type JsonObject, own } from '../json';

/** Whether an object is a template, or meant to be one. */
export function looksLikeTemplate(value: JsonObject): boolean {
  return (
    isObject(own(value, 'Resources')) ||
    own(value, 'AWSTemplateFormatVersion') !== undefined ||
    // A macro may make all of it.
    own(value, 'Transform') !== undefined
  );
}

const KEY = /\b(?:Resources|AWSTemplateFormatVersion|Transform)["']?\s*:/;

/** Whether a text might be a template: says so of each that is one, and of few others, without parsing it. */
export function mightBeTemplate(text: string): boolean {
  return KEY.test(text);
}
