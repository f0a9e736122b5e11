// What makes a copy of a template fit for clones: all of it is owned by a role that nobody logs in as and may be read by
// another. Sessions' roles are members of one of the two, so that making a clone needs no connection to it.

import { identifier } from "./server.ts";

export interface GroupRoles {
  readers: string;
  owners: string;
}

/** Run by the administrator in the copy, which nobody else has been in. */
export function baseSql({ readers, owners }: GroupRoles): string {
  const [reader, owner] = [identifier(readers), identifier(owners)];
  const schemas = `nspname !~ '^pg_' AND nspname <> 'information_schema'`;
  const notOfExtension = (catalog: string, oid: string) =>
    `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
  return `
DO $$
DECLARE command text;
BEGIN
  FOR command IN
    SELECT format('ALTER SCHEMA %I OWNER TO ${owner}', nspname) FROM pg_namespace n
    WHERE ${schemas} AND ${notOfExtension("pg_namespace", "n.oid")}
    UNION ALL
    SELECT format('ALTER %s %I.%I OWNER TO ${owner}',
        CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
          WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, nspname, c.relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${schemas} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND ${notOfExtension("pg_class", "c.oid")}
      -- The sequence of a column follows its table.
      AND NOT (c.relkind = 'S' AND EXISTS (SELECT 1 FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${owner}', p.oid::regprocedure)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${schemas} AND ${notOfExtension("pg_proc", "p.oid")}
    UNION ALL
    SELECT format('ALTER TYPE %I.%I OWNER TO ${owner}', nspname, t.typname)
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE ${schemas} AND t.typtype IN ('e', 'd', 'r') AND ${notOfExtension("pg_type", "t.oid")}
  LOOP EXECUTE command; END LOOP;
  FOR command IN
    SELECT format(grants, nspname) FROM pg_namespace, unnest(ARRAY[
      'REVOKE CREATE ON SCHEMA %I FROM PUBLIC', 'GRANT USAGE ON SCHEMA %I TO ${reader}',
      'GRANT SELECT ON ALL TABLES IN SCHEMA %I TO ${reader}',
      'GRANT SELECT ON ALL SEQUENCES IN SCHEMA %I TO ${reader}']) AS grants
    WHERE ${schemas}
  LOOP EXECUTE command; END LOOP;
  -- Large objects, locks across transactions and messages to others are open to everybody, also to readers.
  FOR command IN
    SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', p.oid::regprocedure) FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND (p.proname ~ '^(lo_|lowrite|loread|pg_advisory_|pg_try_advisory_|dblink)'
        OR p.proname IN ('pg_notify', 'pg_export_snapshot', 'pg_logical_emit_message', 'pg_read_file',
          'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'pg_reload_conf', 'pg_rotate_logfile'))
  LOOP EXECUTE command; END LOOP;
END $$;`;
}
