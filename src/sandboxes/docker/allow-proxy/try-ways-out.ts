// What a box tries in order to get out, run in a box that must not: prints, as JSON, which of it worked.
// Arguments: the proxy's address, a name that is not allowed, and addresses with a port that answer where there is a way.

import { lookup } from "node:dns/promises";
import { connect } from "node:net";

const [proxy = "", name = "", ...others] = process.argv.slice(2);
/** An answer that is owed takes its time on a busy machine; a way out that is there answers at once. */
const answerMs = 30_000;
const reachMs = 5_000;

async function firstLine(host: string, port: number, text: string): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(), answerMs);
    let said = "";
    socket.on("connect", () => socket.write(text));
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.on("error", (error) => {
      said ||= "code" in error ? String(error.code) : error.message;
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(said.split("\r\n")[0] ?? "");
    });
  });
}

async function connects(target: string): Promise<boolean> {
  const [host = "", port] = target.split(":");
  return await new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const timer = setTimeout(() => socket.destroy(), reachMs);
    socket.once("connect", () => {
      resolve(true);
      socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

const [connected, asked, found, reached] = await Promise.all([
  firstLine(proxy, 3128, `CONNECT ${name}:443 HTTP/1.1\r\nhost: ${name}:443\r\n\r\n`),
  firstLine(proxy, 3128, `GET http://${name}/ HTTP/1.1\r\nhost: ${name}\r\nconnection: close\r\n\r\n`),
  lookup(name).then(
    ({ address }) => address,
    () => null,
  ),
  Promise.all(others.map(async (target) => ((await connects(target)) ? [target] : []))),
]);
console.log(JSON.stringify({ connected, asked, found, reached: reached.flat() }));
