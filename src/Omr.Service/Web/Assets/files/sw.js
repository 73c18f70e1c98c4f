// Keeps the room counts' pages usable without a network; everything else goes straight to the server.
const kept = 'omr-hitung';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (!(url.pathname === '/hitung' || url.pathname.startsWith('/hitung/') || url.pathname.startsWith('/aset/'))) return;
  event.respondWith(answer(request, url));
});

async function answer(request, url) {
  const cache = await caches.open(kept);
  if (url.pathname.startsWith('/aset/')) {
    const known = await cache.match(request);
    if (known) return known;
  }
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    const known = await cache.match(request, { ignoreSearch: true });
    if (known) return known;
    throw error;
  }
}
