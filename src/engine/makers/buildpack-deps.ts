import { makeDebianRoot, path } from "./debian-root.ts";
import { defineBaseImage, isSuite } from "./maker.ts";

/** What the official image is used for: compilers, fetching, version control, the commonest headers. */
export const buildpackPackages = [
  ...["build-essential", "autoconf", "automake", "libtool", "pkg-config", "patch", "file"],
  ...["ca-certificates", "curl", "wget", "netbase", "gnupg", "openssh-client", "git", "procps", "unzip", "xz-utils"],
  ...["libssl-dev", "libffi-dev", "zlib1g-dev", "libbz2-dev", "liblzma-dev", "libreadline-dev", "libsqlite3-dev"],
  ...["libcurl4-openssl-dev", "libxml2-dev", "libxslt1-dev", "libyaml-dev"],
];

export const buildpackDeps = defineBaseImage({
  name: "buildpack-deps",
  spellings: ["buildpack-deps:{bookworm,trixie}"],
  plan(tag) {
    if (!isSuite(tag)) return undefined;
    const changes = [`ENV PATH=${path}`, 'CMD ["bash"]'];
    return {
      make: (kit, target) =>
        makeDebianRoot(kit, target, `buildpack-deps:${tag}`, {
          suite: tag,
          slim: false,
          include: buildpackPackages,
          changes,
        }),
    };
  },
});
