/** Text from files and boxes: nothing in it may steer a terminal or break a line. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?");
}
