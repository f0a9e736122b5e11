import type { Command } from "./command.ts";
import { doctor as examine } from "./doctor.ts";
import { isSet, shownFlags } from "./flags.ts";

export const doctor: Command = {
  name: "doctor",
  summary: "what is there, what is missing, what to type; --fix installs and starts what it can",
  options: {
    fix: { type: "boolean", description: "install and start an engine and its plugins (root on Debian or Ubuntu)" },
    images: { type: "boolean", description: "with --fix: pull or make the base images too" },
    yes: shownFlags.yes,
    json: { type: "boolean", description: "one JSON document" },
  },
  async run(flags, { environment, signal, out, ask }) {
    const keys = Object.entries(environment.readKeys()).map(([name, value]) => ({ name, set: value !== null }));
    return await examine({
      ...{ signal, out, ask, keys, interactive: environment.interactive },
      ...{
        fix: isSet(flags, "fix"),
        images: isSet(flags, "images"),
        yes: isSet(flags, "yes"),
        json: isSet(flags, "json"),
      },
    });
  },
};
