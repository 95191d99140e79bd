// A plain static server on loopback for the browser measurements: prints its port, then serves a folder.
// /__requests answers with the paths asked for since it was last asked.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

const root = path.resolve(process.argv[2]);
const types = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.woff2': 'font/woff2',
};

let asked = [];

const server = http.createServer((request, response) => {
  const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
  if (address === '/__requests') {
    response.end(JSON.stringify(asked));
    asked = [];
    return;
  }
  asked.push(address);
  let name = path.join(root, address);
  if (name.endsWith('/')) name += 'index.html';
  fs.readFile(name, (error, bytes) => {
    if (error) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(name)] || 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
    response.end(bytes);
  });
});
server.on('connection', (socket) => socket.setNoDelay(true));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
