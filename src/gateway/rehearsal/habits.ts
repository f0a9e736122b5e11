// What a prompt makes the rehearsal model do, read from its words as tolerantly as a model reads them.

const planWords =
  /\b(plan(ning)?|to-?dos?|to-?do[- ]list|check-?lists?|break (it|this|the (task|work|problem)) (down|into))\b/gi;
const verifyWords =
  /\b(verif(y|ies|ied|ying|ication)|(double|re|cross)-?\s?check(s|ed|ing)?|confirm(s|ed|ing)?|(check|test|inspect|review) (your|the|all( of)? (your|the)) (work|results?|output|solution|answer|changes))\b/gi;

const negation = /\b(never|don't|do not|does not|no need|needn't|not|without|skip|avoid)\b/i;
/** "Do not finish until you have verified" asks for it. */
const turnsAround = /\b(until|unless|before|without|but)\b/i;

export function asksForPlan(text: string): boolean {
  return asks(text, planWords);
}

export function asksToVerify(text: string): boolean {
  return asks(text, verifyWords);
}

function asks(text: string, words: RegExp): boolean {
  for (const match of text.matchAll(words)) {
    const sentence =
      text
        .slice(0, match.index)
        .split(/[.!?;\n]/)
        .at(-1) ?? "";
    const no = negation.exec(sentence);
    if (no === null || turnsAround.test(sentence.slice(no.index + no[0].length))) return true;
  }
  return false;
}
