// On every page: forms, live parts, the menu of small screens, signing out and the lock.
import './forms.js';
import './live.js';
import { call, toSignIn } from './api.js';
import { unsent } from './queue.js';
import { say, t } from './say.js';

const menu = document.querySelector('.menu');
menu?.addEventListener('click', () => menu.setAttribute('aria-expanded', menu.getAttribute('aria-expanded') !== 'true'));

// What is folded out closes as one expects of a menu.
const more = document.querySelector('.more details');
addEventListener('click', event => { if (more?.open && !more.contains(event.target)) more.open = false; });
more?.addEventListener('keydown', event => { if (event.key === 'Escape') { more.open = false; more.querySelector('summary').focus(); } });

/** Whether nothing that was entered still waits on this device; a page that keeps such things cancels the event. */
const isAllSent = () => document.dispatchEvent(new Event('leaving', { cancelable: true }));

async function leave(extra) {
  const { mine, others } = await unsent();
  if (!isAllSent() || (mine.length > 0 && extra === undefined)) {
    say(t('Masih ada isian yang belum terkirim dari perangkat ini. Simpan dan tunggu terkirim, atau buang dulu.', 'Something entered on this device isn\'t sent yet. Save it and wait until it is sent, or discard it first.'));
    return;
  }
  try {
    // Signing out empties the device; not of what still must be sent, when a screen locks itself or somebody else left it.
    await call('DELETE', '/api/v1/session' + (mine.length + others.length > 0 ? '?simpan=true' : ''));
  } catch (error) {
    if (error instanceof TypeError) { say(t('Server tidak terjangkau; sesi belum diakhiri.', 'The server can\'t be reached; the session isn\'t ended yet.')); return; }
  }
  if (extra === undefined) location.assign('/masuk');
  else toSignIn(extra);
}

document.querySelector('[data-sign-out]')?.addEventListener('click', () => leave());
document.querySelector('[data-lock]')?.addEventListener('click', () => leave('&terkunci=1'));

// A place left alone locks itself: what was on the screen goes, and the same page comes back after signing in.
const idle = Number(document.body.dataset.idleMinutes) * 60000;
if (idle > 0) {
  let last = Date.now();
  for (const sign of ['pointerdown', 'keydown', 'scroll', 'touchstart']) addEventListener(sign, () => { last = Date.now(); }, { passive: true });
  setInterval(() => { if (Date.now() - last >= idle) { last = Date.now(); leave('&terkunci=1'); } }, Math.min(15000, idle / 4));
}

// Keys of a page stand on its buttons: data-key="a". They are off while somebody types or a question is open.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, select, textarea') || document.querySelector('dialog[open]')) return;
  const target = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key.split(' ').includes(event.key.toLowerCase()) && !e.disabled && e.offsetParent !== null);
  if (target) { event.preventDefault(); target.focus(); target.click(); }
});

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
