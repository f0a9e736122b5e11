// The clauses of SQL statements, as the first prompt lists them. Postgres' lexical rules; nothing is parsed.

export interface SqlClause {
  /** Such as GROUP BY; STATEMENT where there is no clause. */
  name: string;
  text: string;
}

/**
 * Cuts where one of nine keywords stands outside quotes and comments: each clause reaches to the next, so what stands
 * before the first keyword is in none. A statement without a keyword is one clause; a text whose quotes do not end is
 * cut at its semicolons.
 */
export function sqlClauses(sql: string): SqlClause[] {
  const starts = clauseStarts(sql);
  if (starts === null) return cutAtSemicolons(sql);
  if (starts.length === 0) return [{ name: "STATEMENT", text: sql.trim() }];
  return starts.map(({ name, at }, index) => ({ name, text: sql.slice(at, starts[index + 1]?.at).trim() }));
}

/** All statements' clauses, as a prompt shows them. */
export function shownClauses(statements: readonly string[]): string {
  return statements
    .map((sql) =>
      sqlClauses(sql)
        .map(({ name, text }) => `${name}:\n${text}`)
        .join("\n\n"),
    )
    .join("\n===\n");
}

const keywords = new Set(["SELECT", "FROM", "WHERE", "HAVING", "LIMIT", "OFFSET", "JOIN"]);
/** Keywords only where BY follows. */
const withBy = new Set(["GROUP", "ORDER"]);
/** What begins a statement that is no query: the whole of it has no clauses. */
const commands = new Set(
  "BEGIN CALL DECLARE DO EXEC EXECUTE EXPLAIN FETCH OPTIMIZE PREPARE REFRESH REINDEX RENAME RESET REVOKE SHOW VACUUM".split(
    " ",
  ),
);

/** null where a quote or comment does not end. */
function clauseStarts(sql: string): Array<{ name: string; at: number }> | null {
  const starts: Array<{ name: string; at: number }> = [];
  let first = true;
  let command = false;
  for (let at = 0; at < sql.length; ) {
    const skipped = skip(sql, at);
    if (skipped === null) return null;
    if (skipped > at) {
      if (!/^(?:\s|--|\/\*)/.test(sql.slice(at, at + 2))) first = false;
      at = skipped;
      continue;
    }
    if (sql[at] === ";") {
      first = true;
      command = false;
      at += 1;
      continue;
    }
    const word = match(wordPattern, sql, at);
    if (word === null) {
      first = false;
      at += 1;
      continue;
    }
    const upper = word.toUpperCase();
    if (first && commands.has(upper)) command = true;
    first = false;
    const by = withBy.has(upper) && match(byPattern, sql, at + word.length) !== null;
    if (!command && (by || keywords.has(upper))) starts.push({ name: by ? `${upper} BY` : upper, at });
    at += word.length;
  }
  return starts;
}

const wordPattern = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const byPattern = /\s+BY(?![\p{L}\p{N}_])/iuy;
const numberPattern = /\p{N}[\p{N}._]*(?:[eE][+-]?\p{N}+)?/uy;
const spacePattern = /\s+/y;
const lineCommentPattern = /--[^\n\r]*/y;
const stringPattern = /(?:[bBxX]|[nN]|[uU]&)?'(?:[^']|'')*'/y;
const escapeStringPattern = /[eE]'(?:[^'\\]|''|\\[\s\S])*'/y;
const identifierPattern = /"(?:[^"]|"")*"/y;
const dollarPattern = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/** Where the quote, comment, number or space that begins at `at` ends; `at` if none does, null if it has no end. */
function skip(sql: string, at: number): number | null {
  if (sql.startsWith("/*", at)) return endOfComment(sql, at);
  const dollar = match(dollarPattern, sql, at);
  if (dollar !== null) {
    const end = sql.indexOf(dollar, at + dollar.length);
    return end < 0 ? null : end + dollar.length;
  }
  for (const pattern of [
    spacePattern,
    lineCommentPattern,
    escapeStringPattern,
    stringPattern,
    identifierPattern,
    numberPattern,
  ]) {
    const text = match(pattern, sql, at);
    if (text !== null) return at + text.length;
  }
  return sql[at] === "'" || sql[at] === '"' || /^[eE]'/.test(sql.slice(at, at + 2)) ? null : at;
}

/** Comments nest in Postgres. */
function endOfComment(sql: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < sql.length; ) {
    const two = sql.slice(at, at + 2);
    if (two === "/*") depth += 1;
    else if (two === "*/") depth -= 1;
    at += two === "/*" || two === "*/" ? 2 : 1;
    if (depth === 0) return at;
  }
  return null;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function cutAtSemicolons(sql: string): SqlClause[] {
  const parts = sql.split(";").map((part) => part.trim());
  return parts.filter((part) => part !== "").map((part) => ({ name: "STATEMENT", text: `${part};` }));
}
