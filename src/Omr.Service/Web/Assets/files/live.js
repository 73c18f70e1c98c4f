// Pages that must be live name the events they depend on in <main data-live>: after one of them, and every half minute, the
// page is fetched anew and its parts with data-part are swapped, but for a part somebody is just typing in or has opened a form of. Such a fetch
// doesn't count as use of the session.
import { toSignIn } from './api.js';

const slowest = 30000;
const soonest = 250;
let due, source, isFetching = false, again = false;

/** Fetches the page's live parts anew. */
export async function refresh() {
  if (isFetching) { again = true; return; }
  isFetching = true;
  try {
    const answer = await fetch(location.href, { headers: { 'Omr-Live': '1' }, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return toSignIn();
    if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    document.documentElement.toggleAttribute('data-cut', !answer.ok);
  } catch {
    document.documentElement.setAttribute('data-cut', '');
  } finally {
    isFetching = false;
    if (again) { again = false; soon(); }
  }
}

function swap(fresh) {
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    const isTyping = part.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
    if (!next || isTyping || part.querySelector('dialog[open], details[open] form') || part.outerHTML === next.outerHTML) continue;
    const held = part.contains(document.activeElement) && document.activeElement.id;
    part.replaceWith(next);
    if (held) document.getElementById(held)?.focus();
    next.dispatchEvent(new CustomEvent('swapped', { bubbles: true }));
  }
}

function soon() {
  clearTimeout(due);
  due = setTimeout(refresh, soonest);
}

const live = document.querySelector('main')?.dataset.live;
if (live !== undefined && live !== '') {
  setInterval(refresh, slowest);
  // Who may not follow events (-) has the half minute alone.
  if (live !== '-') {
    source = new EventSource('/api/v1/events');
    for (const kind of live.split(' ')) source.addEventListener(kind, soon);
    // Whatever happened between two connections is seen as well.
    source.addEventListener('listening', soon);
    addEventListener('pagehide', () => source.close());
  }
}
