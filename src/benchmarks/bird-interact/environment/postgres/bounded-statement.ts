// One statement through the extended protocol, which takes no second one, with a limit of rows kept by the server.

import type pg from "pg";

export interface BoundedRows {
  columns: string[];
  rows: Array<Array<string | null>>;
  /** The server had more. */
  cut: boolean;
  command: string;
}

/** The pieces of pg's connection that are used here; its types lag behind. */
interface Wire {
  parse(query: { text: string; name: string }, more: boolean): void;
  bind(config: { values: [] } | null, more: boolean): void;
  describe(config: { type: "P"; name: string }, more: boolean): void;
  execute(config: { rows: number }, more: boolean): void;
  sync(): void;
  sendCopyFail(message: string): void;
}

/** For `client.query`, which calls it back as messages come. */
export class BoundedStatement implements pg.Submittable {
  readonly result: Promise<BoundedRows>;
  readonly #done = Promise.withResolvers<BoundedRows>();
  readonly #text: string;
  readonly #maxRows: number;
  #columns: string[] = [];
  readonly #rows: Array<Array<string | null>> = [];
  #cut = false;
  #command = "";

  constructor(text: string, maxRows: number) {
    this.#text = text;
    this.#maxRows = maxRows;
    this.result = this.#done.promise;
    this.result.catch(() => {});
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    wire.parse({ text: this.#text, name: "" }, true);
    wire.bind({ values: [] }, true);
    wire.describe({ type: "P", name: "" }, true);
    wire.execute({ rows: this.#maxRows }, true);
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: ReadonlyArray<{ name: string }> }): void {
    this.#columns = fields.map(({ name }) => name);
  }

  handleDataRow({ fields }: { fields: ReadonlyArray<string | null> }): void {
    this.#rows.push([...fields]);
  }

  handlePortalSuspended(): void {
    this.#cut = true;
    this.#command = `SELECT ${this.#maxRows}`;
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#command = text;
  }

  handleEmptyQuery(): void {
    this.#command = "nothing to run";
  }

  handleCopyInResponse(connection: unknown): void {
    (connection as Wire).sendCopyFail("there is nothing to copy from");
  }

  /** Rows of COPY … TO STDOUT are not shown. */
  handleCopyData(): void {}

  handleError(error: Error): void {
    this.#done.reject(error);
  }

  handleReadyForQuery(): void {
    const [columns, rows, cut, command] = [this.#columns, this.#rows, this.#cut, this.#command];
    this.#done.resolve({ columns, rows, cut, command });
  }
}
