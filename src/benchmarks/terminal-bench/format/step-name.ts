// A step's name is the name of its folder on every system.

const forbidden = /[<>:"/\\|?*\p{Cc}]/u;
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])$/i;

/** Whether a name can be a folder's everywhere. */
export function isStepName(name: string): boolean {
  const stem = (name.split(".")[0] ?? "").replace(/ +$/, "");
  if (name.trim() === "" || /[. ]$/.test(name) || forbidden.test(name) || device.test(stem)) return false;
  return Buffer.byteLength(name) <= 255;
}

/** The names that are some earlier one's, where case and Unicode's forms make no difference. */
export function repeatedStepNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.normalize("NFC").toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
