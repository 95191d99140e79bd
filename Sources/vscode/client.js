// Talks with `deskbook lsp`: JSON-RPC over its standard input and output.

"use strict";

const { spawn } = require("child_process");

/** One running server. */
class Client {
  /**
   * @param {string} program
   * @param {string[]} options
   * @param {{hear: Function, answer: Function, ended: Function, log: Function}} host what becomes of
   *   notifications, requests, the end, and words for the log
   */
  constructor(program, options, host) {
    this.host = host;
    this.waiting = new Map();
    this.count = 0;
    this.input = Buffer.alloc(0);
    this.isOver = false;
    this.process = spawn(program, ["lsp", ...options, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    this.process.on("error", (error) => this.end(error));
    this.process.on("exit", () => this.end());
    this.process.stdin.on("error", (error) => host.log(String(error)));
    this.process.stderr.on("data", (bytes) => host.log(bytes.toString()));
    this.process.stdout.on("data", (bytes) => this.read(bytes));
  }

  /** The answer to a question; rejects with the server's words. */
  ask(method, params) {
    if (this.isOver) return Promise.reject(new Error("the language server has ended"));
    const id = ++this.count;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.send({ id, method, params });
    });
  }

  tell(method, params) {
    if (!this.isOver) this.send({ method, params });
  }

  /** Ends the server, kindly at first. */
  async stop() {
    if (this.isOver) return;
    const ended = new Promise((done) => this.process.once("exit", done));
    const late = setTimeout(() => this.process.kill(), 2000);
    this.isStopped = true;
    await this.ask("shutdown").catch(() => {});
    this.tell("exit");
    await ended;
    clearTimeout(late);
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  read(bytes) {
    this.input = Buffer.concat([this.input, bytes]);
    for (;;) {
      const end = this.input.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = /content-length: *(\d+)/i.exec(this.input.toString("latin1", 0, end));
      const start = end + 4;
      const stop = start + Number(length ? length[1] : 0);
      if (this.input.length < stop) return;
      const text = this.input.toString("utf8", start, stop);
      this.input = this.input.subarray(stop);
      try {
        this.take(JSON.parse(text));
      } catch (error) {
        this.host.log(String(error));
      }
    }
  }

  take(message) {
    if (message.method === undefined) {
      const question = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (!question) return;
      if (message.error) question.failed(Object.assign(new Error(message.error.message), { code: message.error.code }));
      else question.done(message.result);
    } else if (message.id === undefined) {
      this.host.hear(message.method, message.params);
    } else {
      const result = this.host.answer(message.method, message.params);
      this.send({ id: message.id, result: result === undefined ? null : result });
    }
  }

  end(error) {
    if (this.isOver) return;
    this.isOver = true;
    for (const question of this.waiting.values()) question.failed(new Error("the language server has ended"));
    this.waiting.clear();
    this.host.ended(error, this.isStopped === true);
  }
}

module.exports = { Client };
