// Keeps one whole build. `build` and `files` (path to hash) stand above this, written with the site.
// A build is taken only if every file of it has come with the hash that is expected: a server that is
// just being updated gives another, and the older build stays until all of the new one is there.
'use strict';
const prefix = 'deskbook ' + self.registration.scope + ' ';
const cacheName = prefix + build;
const paths = Object.keys(files);

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function keep(path, cache, older) {
  const address = new URL(path, self.registration.scope).href;
  for (const store of older) {
    const known = await store.match(address);
    if (known && known.headers.get('x-deskbook') === files[path]) {
      await cache.put(address, known);
      return;
    }
  }
  let response = null;
  let bytes = null;
  // A copy that keeps older dates makes a server say "not modified" of what is: then all of it is asked for.
  for (const mode of ['no-cache', 'reload']) {
    response = await fetch(address, { cache: mode });
    if (!response.ok) throw new Error(path + ': ' + response.status);
    bytes = new Uint8Array(await response.arrayBuffer());
    if (await hashOf(bytes) === files[path]) break;
    bytes = null;
  }
  if (!bytes) throw new Error(path + ' belongs to another build');
  const headers = new Headers({ 'content-type': response.headers.get('content-type') || '', 'x-deskbook': files[path] });
  await cache.put(address, new Response(bytes, { headers }));
}

async function install() {
  const cache = await caches.open(cacheName);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  const older = await Promise.all(names.map((name) => caches.open(name)));
  const waiting = paths.slice();
  const take = async () => { while (waiting.length) await keep(waiting.pop(), cache, older); };
  try {
    await Promise.all([take(), take(), take(), take()]);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const address = new URL(request.url);
  address.search = '';
  address.hash = '';
  if (address.href.endsWith('/')) address.pathname += 'index.html';
  const cache = await caches.open(cacheName);
  const found = await cache.match(address.href);
  if (found) return found;
  if (request.mode !== 'navigate') return fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    return await cache.match(new URL('404.html', self.registration.scope).href) || Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forget()));
self.addEventListener('fetch', (event) => {
  const isOurs = event.request.method === 'GET' && event.request.url.startsWith(self.registration.scope);
  // The worker's own list and what was built are always asked of the server.
  if (!isOurs || /\/(sw\.js|deskbook\.json)$/.test(event.request.url)) return;
  event.respondWith(answer(event.request));
});
self.addEventListener('message', (event) => event.waitUntil((async () => {
  if (event.data !== 'take over if alone') return;
  const tabs = await self.clients.matchAll({ includeUncontrolled: true });
  if (tabs.length < 2) await self.skipWaiting();
})()));
