import { buildpackPackages } from "./buildpack-deps.ts";
import { makeDebianRoot, path } from "./debian-root.ts";
import { defineBaseImage, isSuite, type Suite } from "./maker.ts";

/** Each suite has one Python. */
const pythonOf: Readonly<Record<Suite, string>> = { bookworm: "3.11", trixie: "3.13" };

export const python = defineBaseImage({
  name: "python",
  spellings: ["python:3.11[-slim][-bookworm]", "python:3.13[-slim][-trixie]"],
  plan(tag) {
    const [, version = "", slimText, named] = /^(\d+\.\d+)(-slim)?(?:-([a-z]+))?$/.exec(tag) ?? [];
    const suite = named ?? Object.entries(pythonOf).find(([, has]) => has === version)?.[0];
    if (!isSuite(suite) || pythonOf[suite] !== version) return undefined;
    const slim = slimText !== undefined;
    const packages = [`python${version}`, "python3", "python3-venv", "python3-pip", "ca-certificates"];
    return {
      make: (kit, target) =>
        makeDebianRoot(kit, target, `python:${tag}`, {
          suite,
          slim,
          include: slim ? packages : [...packages, ...buildpackPackages, "python3-dev"],
          hooks: [
            // In the official image pip installs into the system: nothing else manages it.
            `rm -f "$1/usr/lib/python${version}/EXTERNALLY-MANAGED"`,
            `for name in python python3 python${version}; do ln -s /usr/bin/python${version} "$1/usr/local/bin/$name"; done`,
            'for name in pip pip3; do ln -s "/usr/bin/pip3" "$1/usr/local/bin/$name"; done',
            "chroot \"$1\" python -c 'import ssl, venv, sys; print(sys.version)'",
          ],
          changes: [`ENV PATH=${path}`, "ENV LANG=C.UTF-8", 'CMD ["python3"]'],
        }),
    };
  },
});
