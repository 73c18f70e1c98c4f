// What was entered on this device and must reach the server: kept in IndexedDB (with the disk's word for it) until the server
// has it. Kinds: "draft" is being typed, "send" waits to be sent, "sent" remembers what arrived. Everything belongs to the account
// that entered it; only that account sends it. page.js brings this to every page, so that a queue empties wherever one is.
import { call, Problem } from './api.js';

export const account = document.body.dataset.account || '';
const again = 15000;
let opened;

function open() {
  return opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('omr', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept', { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

// One transaction; its answer counts once it is on the disk.
async function work(mode, what) {
  const task = (await open()).transaction('kept', mode, { durability: 'strict' });
  return new Promise((resolve, reject) => {
    let answer;
    what(task.objectStore('kept'), value => { answer = value; });
    task.oncomplete = () => resolve(answer);
    task.onabort = () => reject(task.error);
  });
}

const idOf = (kind, path) => [kind, account, path].join(' ');
const all = kind => work('readonly', (kept, give) => { kept.getAll().onsuccess = e => give(e.target.result.filter(r => r.kind === kind)); });

/** What is kept of that kind for that path, by whoever is signed in. */
export const kept = (kind, path) => work('readonly', (store, give) => { store.get(idOf(kind, path)).onsuccess = e => give(e.target.result); });
/** Keeps it. */
export const keep = (kind, path, more) => work('readwrite', store => store.put({ id: idOf(kind, path), kind, account, path, ...more }));
/** Forgets it. */
export const drop = (kind, path) => work('readwrite', store => store.delete(idOf(kind, path)));

/** What isn't on the server yet: mine, and the accounts of others that left something on this device. */
export async function unsent() {
  if (!globalThis.indexedDB) return { mine: [], others: [] };
  const waiting = [...await all('send'), ...await all('draft')];
  return { mine: waiting.filter(r => r.account === account), others: [...new Set(waiting.map(r => r.account))].filter(a => a !== account) };
}

/** Takes a report into the queue, in place of an earlier one of the same path that hasn't arrived; what that said is remembered, for it may have arrived after all. */
export async function enqueue(path, body, base) {
  await work('readwrite', store => {
    store.get(idOf('send', path)).onsuccess = e => {
      const old = e.target.result;
      store.put({
        id: idOf('send', path), kind: 'send', account, path, body, base: old ? old.base : base, stamp: `${Date.now()}-${Math.random()}`,
        tried: old ? [...old.tried, ...(old.isTried ? [old.body] : [])] : [],
      });
    };
    store.delete(idOf('draft', path));
  });
  navigator.storage?.persist?.().catch(() => {});
  changed();
}

/** Changes an entry unless another has taken its place meanwhile; a change to null means that it arrived. */
const change = (entry, to, etag, said) => work('readwrite', store => {
  store.get(entry.id).onsuccess = e => {
    const now = e.target.result;
    if (to && now?.stamp === entry.stamp) store.put({ ...now, ...to });
    if (to) return;
    if (now?.stamp === entry.stamp) store.delete(entry.id);
    else if (now) store.put({ ...now, base: etag, tried: [] });
    store.put({ id: idOf('sent', entry.path), kind: 'sent', account, path: entry.path, etag, body: said });
  };
});

/** Whether a report on the server says what was sent. */
export const isSame = (said, body) => Object.keys(body).every(name => (said[name] ?? '') === (body[name] ?? ''));

async function send(entry) {
  await change(entry, { isTried: true, problem: undefined });
  try {
    const { said, etag } = await call('PUT', entry.path, entry.body, entry.base ? { 'If-Match': entry.base } : {});
    await change(entry, null, etag, said);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 401 || error.status === 429 || error.status >= 500) throw error;
    if (error.status === 412 || error.status === 428) await compare(entry);
    else await change(entry, { problem: error.message });
  }
}

// Something is there that this device hasn't seen: its own report whose answer got lost, or somebody else's.
async function compare(entry) {
  let said, etag;
  try {
    ({ said, etag } = await call('GET', entry.path));
  } catch (error) {
    if (error.status !== 404) throw error;
    return entry.base ? send(await rebased(entry, '')) : undefined;
  }
  if (isSame(said, entry.body)) await change(entry, null, etag, said);
  else if (entry.tried.some(body => isSame(said, body)) && entry.base !== etag) await send(await rebased(entry, etag));
  else await change(entry, { conflict: { said, etag } });
}

async function rebased(entry, base) {
  await change(entry, { base });
  return { ...entry, base };
}

/** Settles a conflict: sends one's own after all, or lets it go. */
export async function settle(path, isMine) {
  const entry = await kept('send', path);
  if (isMine) await change(entry, { base: entry.conflict.etag, conflict: undefined });
  else await drop('send', path);
  changed();
  await flush();
}

let isSending = false, later;
/** Sends what waits; what can't be sent waits on. */
export async function flush() {
  clearTimeout(later);
  if (!account || isSending || !globalThis.indexedDB) return;
  const mine = (await all('send')).filter(e => e.account === account && !e.conflict);
  if (mine.length === 0) return;
  isSending = true;
  try {
    // The cookie may be somebody else's by now, signed in beside this page.
    const { said } = await call('GET', '/api/v1/session');
    if (said.nama !== account) return;
    for (const entry of mine) await send(entry);
  } catch (error) {
    document.dispatchEvent(new CustomEvent('unsent', { detail: error }));
  } finally {
    isSending = false;
    changed();
  }
  if ((await all('send')).some(e => e.account === account && !e.conflict && !e.problem)) later = setTimeout(flush, again);
}

function changed() {
  document.dispatchEvent(new Event('queue'));
}

// Whoever comes next on this device doesn't find the last one's pages.
if (account && 'caches' in globalThis && localStorage.getItem('omr-akun') !== account) {
  await caches.delete('omr-hitung');
  localStorage.setItem('omr-akun', account);
}
addEventListener('online', flush);
document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
flush();
