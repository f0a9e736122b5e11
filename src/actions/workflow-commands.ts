// What GitHub's runner reads off a step's output and files.

import { randomBytes } from "node:crypto";

export interface Annotation {
  level: "error" | "warning" | "notice";
  title: string;
  message: string;
  /** Absolute, or relative to the workspace. */
  file?: string;
}

/** A step shows no more of each level. */
const annotationsAtMost = 10;
const messageAtMost = 4000;

export function annotationCommand({ level, title, message, file }: Annotation): string {
  const properties = { ...(file === undefined ? {} : { file }), title };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const cut = message.length <= messageAtMost ? message : `${message.slice(0, messageAtMost)}…`;
  return `::${level} ${listed.join(",")}::${escapeData(cut)}`;
}

/** The first ones of each level, which come weightiest first; the last of them says how many more there are. */
export function limitAnnotations(annotations: readonly Annotation[]): Annotation[] {
  return [...Map.groupBy(annotations, ({ level }) => level)].flatMap(([level, all]) => {
    if (all.length <= annotationsAtMost) return all;
    const shown = all.slice(0, annotationsAtMost - 1);
    const title = `and ${all.length - shown.length} more`;
    return [...shown, { level, title, message: "The summary page has all of them." }];
  });
}

/** Between these two lines the runner takes nothing for a command, whatever is printed. */
export function commandsStopped(): { stop: string; resume: string } {
  const token = randomBytes(24).toString("hex");
  return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}

/** Lines for GITHUB_OUTPUT. No value can end its own block. */
export function outputLines(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const delimiter = `ends-${randomBytes(24).toString("hex")}`;
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
