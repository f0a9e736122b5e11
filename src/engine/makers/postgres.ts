import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeDebianRoot, path } from "./debian-root.ts";
import { defineBaseImage, isSuite, type Suite } from "./maker.ts";
import { postgresEntrypoint } from "./postgres-entrypoint.ts";

/** Each suite has one major version. */
const majorOf: Readonly<Record<Suite, string>> = { bookworm: "15", trixie: "17" };
const data = "/var/lib/postgresql/data";

export const postgres = defineBaseImage({
  name: "postgres",
  spellings: ["postgres:15[-bookworm]", "postgres:17[-trixie]"],
  plan(tag) {
    const [, major = "", named] = /^(\d+)(?:-([a-z]+))?$/.exec(tag) ?? [];
    const suite = named ?? Object.entries(majorOf).find(([, has]) => has === major)?.[0];
    if (!isSuite(suite) || majorOf[suite] !== major) return undefined;
    const programs = `/usr/lib/postgresql/${major}/bin`;
    return {
      async make(kit, target) {
        const entrypoint = join(kit.scratch, "docker-entrypoint.sh");
        await writeFile(entrypoint, postgresEntrypoint);
        await makeDebianRoot(kit, target, `postgres:${tag}`, {
          suite,
          slim: true,
          include: [`postgresql-${major}`, "gosu", "locales", "xz-utils", "zstd"],
          // The account as the official image has it, and no cluster beside the one in the data folder.
          earlyHooks: [
            'groupadd --prefix "$1" --system --gid 999 postgres',
            'useradd --prefix "$1" --system --gid 999 --uid 999 --home-dir /var/lib/postgresql --shell /bin/bash postgres',
            'mkdir -p "$1/etc/postgresql-common"',
            'echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.conf"',
          ],
          hooks: [
            'chroot "$1" localedef -i en_US -c -f UTF-8 en_US.UTF-8',
            `install -m 755 "${entrypoint}" "$1/usr/local/bin/docker-entrypoint.sh"`,
            // Paths are walked inside: /var/run is an absolute link.
            `chroot "$1" mkdir -p ${data} /docker-entrypoint-initdb.d /var/run/postgresql`,
            'chroot "$1" chown -R postgres:postgres /var/lib/postgresql /var/run/postgresql',
            `chroot "$1" chmod 1777 ${data}`,
            'chroot "$1" chmod 3777 /var/run/postgresql',
            `chroot "$1" gosu postgres ${programs}/postgres --version`,
          ],
          keepRun: true,
          changes: [
            `ENV PATH=${path}:${programs}`,
            "ENV LANG=en_US.utf8",
            `ENV PG_MAJOR=${major}`,
            `ENV PGDATA=${data}`,
            `VOLUME ${data}`,
            "EXPOSE 5432",
            'ENTRYPOINT ["docker-entrypoint.sh"]',
            'CMD ["postgres"]',
          ],
        });
      },
    };
  },
});
