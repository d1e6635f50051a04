/** Signs of Markdown that mean nothing in one line of plain text, longest first. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/```[\s\S]*?(?:```|$)/g, ' '],
  [/<[^<>]*>/g, ' '],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, ''],
  [/(?<!\\)(\*\*|__|~~|\*|`)/g, ''],
  [/\\([\\`*_{}[\]()#+.!>-])/g, '$1'],
  [/\s+/g, ' '],
];

/** The beginning of a Markdown text as one line of plain text. */
export function excerptOf(markdown: string): string {
  return RULES.reduce((text, [sign, instead]) => text.replace(sign, instead), markdown).trim();
}
