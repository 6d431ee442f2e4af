import { isObject, type JsonObject, own, ownText } from '../json';

/** Whether an object is meant to be a template, or a part of one that a macro completes. */
export function looksLikeTemplate(value: JsonObject): boolean {
  const resources = own(value, 'Resources');
  return isObject(resources) || ownText(value, 'AWSTemplateFormatVersion') !== undefined || hasTransform(value);
}

function hasTransform(value: JsonObject): boolean {
  const transform = own(value, 'Transform');
  return typeof transform === 'string' || Array.isArray(transform) || isObject(transform);
}
