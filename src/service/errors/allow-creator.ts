/** What to do where whoever creates something lacks a permission. */
export function allowCreator(hint: string): string {
  return `allow the creator all of them: ${hint}; strongroom permissions writes the whole policy from the templates; then look at permissions boundaries and service control policies`;
}
