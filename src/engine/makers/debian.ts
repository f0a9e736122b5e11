import { makeDebianRoot, path } from "./debian-root.ts";
import { defineBaseImage, isSuite } from "./maker.ts";

const numbers: Readonly<Record<string, string>> = { "12": "bookworm", "13": "trixie" };

export const debian = defineBaseImage({
  name: "debian",
  spellings: ["debian:{bookworm,trixie,12,13}[-slim]"],
  plan(tag) {
    const slim = tag.endsWith("-slim");
    const release = slim ? tag.slice(0, -"-slim".length) : tag;
    const suite = numbers[release] ?? release;
    if (!isSuite(suite)) return undefined;
    return {
      make: (kit, target) =>
        makeDebianRoot(kit, target, `debian:${tag}`, { suite, slim, changes: [`ENV PATH=${path}`, 'CMD ["bash"]'] }),
    };
  },
});
