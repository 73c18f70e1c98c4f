// Keeps the room counts' pages usable without a network, or with one that hangs; everything else goes straight to the server.
const kept = 'omr-hitung';
const patience = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  // Whoever signs in or out takes the pages of the one before along.
  if (pathname === '/api/v1/session' && (request.method === 'POST' || request.method === 'DELETE')) event.respondWith(emptied(request));
  else if (request.method !== 'GET') return;
  else if (pathname.startsWith('/aset/')) event.respondWith(asset(request));
  else if (pathname === '/hitung' || pathname.startsWith('/hitung/')) event.respondWith(page(event));
});

async function emptied(request) {
  const answer = await fetch(request);
  if (answer.ok) await caches.delete(kept);
  return answer;
}

async function asset(request) {
  return await caches.match(request) || fetch(request);
}

// The server's page if it comes soon; else the one that was kept. A page that only looks whether something is new gets no old one.
async function page(event) {
  const { request } = event;
  const coming = fresh(request);
  event.waitUntil(coming.catch(() => {}));
  if (request.headers.has('Omr-Live')) return coming;
  const known = await (await caches.open(kept)).match(request.url, { ignoreVary: true });
  if (!known) return coming;
  const late = new Promise(resolve => { setTimeout(resolve, patience, known); });
  return Promise.race([coming.then(answer => (answer.status >= 500 ? known : answer), () => known), late]);
}

async function fresh(request) {
  const answer = await fetch(request);
  if (answer.ok && !answer.redirected) await (await caches.open(kept)).put(request.url, answer.clone());
  return answer;
}
