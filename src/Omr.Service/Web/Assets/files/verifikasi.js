// Verification: the page holds the next cards, one of them is shown. What was answered is held until the next answer, or for a few
// seconds, so that it can be undone; only then it is sent. If the browser dies meanwhile the thing is simply open still.
import { call } from './api.js';
import { showProblem } from './forms.js';
import { say, t } from './say.js';

const deck = document.getElementById('kartu');
const held = 4000;
const few = 6;
const seen = new Set();
const times = [];
let pending, timer, isLoading = false;

const cards = () => [...deck.querySelectorAll('.task')];
const current = () => deck.querySelector('.task:not([hidden])');

function load(card) {
  for (const image of card?.querySelectorAll('img[data-src]') ?? []) {
    image.src = image.dataset.src;
    image.removeAttribute('data-src');
  }
}

function show(card) {
  for (const other of cards()) other.hidden = other !== card;
  document.getElementById('habis').hidden = Boolean(card);
  if (!card) { more(); return; }
  seen.add(card.dataset.card);
  load(card);
  for (const next of cards().slice(1, 3)) load(next);
  const first = card.querySelector('input:not([type=hidden])');
  if (first?.type === 'text' || first?.inputMode === 'numeric') first.blur();
  if (cards().length < few) more();
}

function hold(card, value, reason) {
  flush();
  card.remove();
  pending = { card, value, reason };
  clearTimeout(timer);
  timer = setTimeout(flush, held);
  show(cards()[0]);
}

// What is held, as the API takes it.
function callOf({ card, value, reason }) {
  const { sheet, field, item, proposal } = card.dataset;
  return proposal
    ? [`/api/v1/review/proposals/${proposal}/second-reading`, { baru: value }]
    : ['/api/v1/review/proposals', { lembar: Number(sheet), isian: field, butir: Number(item), baru: value, alasan: reason }];
}

/** Sends what is held. */
async function flush() {
  const sent = pending;
  if (!sent) return;
  pending = undefined;
  clearTimeout(timer);
  try {
    const { said } = await call('POST', ...callOf(sent));
    if (said?.sama === false) say(t('Berbeda dengan pembaca pertama: kembali ke antrean.', 'Unlike the first reader: back to the queue.'));
    settled();
  } catch (error) {
    const place = document.getElementById('masalah');
    place.replaceChildren();
    showProblem(place, error);
    if (error instanceof TypeError || error.status >= 500) { deck.prepend(sent.card); show(sent.card); }
  }
}

function settled() {
  times.push(Date.now());
  document.getElementById('selesai').textContent = times.length;
  const minutes = (Date.now() - times[0]) / 60000;
  if (times.length > 4) document.getElementById('laju').textContent = t(`${Math.round((times.length - 1) / minutes)} per menit`, `${Math.round((times.length - 1) / minutes)} a minute`);
}

async function more() {
  if (isLoading || document.hidden) return;
  isLoading = true;
  try {
    const answer = await fetch(location.href, { headers: cards().length ? {} : { 'Omr-Live': '1' } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const known = new Set([...cards().map(c => c.dataset.card), pending?.card.dataset.card]);
    for (const card of page.querySelectorAll('.task')) if (!known.has(card.dataset.card) && !seen.has(card.dataset.card)) deck.append(card);
    const figures = page.querySelector('[data-part=angka]');
    for (const [i, place] of [...document.querySelectorAll('[data-part=angka] dd')].entries()) if (!place.querySelector('#selesai')) place.textContent = figures.querySelectorAll('dd')[i].textContent;
    if (!current() && cards().length) show(cards()[0]);
  } catch { /* looked for again in a while */ } finally {
    isLoading = false;
  }
}

deck.addEventListener('click', event => {
  const card = event.target.closest('.task');
  const choice = event.target.closest('[data-say]');
  if (choice) {
    const reason = card.querySelector('select[name=alasan]');
    if (reason && !reason.reportValidity()) { reason.focus(); return; }
    hold(card, choice.dataset.say, reason?.value ?? '');
  } else if (event.target.closest('[data-skip]')) {
    flush();
    deck.append(card);
    show(cards()[0]);
  } else if (event.target.closest('[data-whole]')) whole(card);
});

deck.addEventListener('change', event => {
  if (event.target.name === 'calon') event.target.form.elements.baru.value = event.target.value;
});

deck.addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  const chosen = form.elements.baru;
  hold(form.closest('.task'), chosen.value, form.elements.alasan?.value ?? '');
});

function whole(card) {
  const dialog = document.getElementById('utuh');
  dialog.querySelector('img').src = `/api/v1/sheets/${card.dataset.sheet}/image?format=tanda&bahasa=${document.documentElement.lang}`;
  dialog.showModal();
}

addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'u' || event.ctrlKey || event.metaKey || event.target.matches('input[type=text], input:not([type]), select, textarea') || !pending) return;
  clearTimeout(timer);
  deck.prepend(pending.card);
  show(pending.card);
  pending = undefined;
  say(t('Diurungkan.', 'Undone.'));
});

// A link waits until what is held has arrived; a closed window sends it as a beacon, which may be lost: then the thing is open still.
document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || !pending || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  flush().finally(() => location.assign(link.href));
});
addEventListener('pagehide', () => {
  if (!pending) return;
  const [path, body] = callOf(pending);
  navigator.sendBeacon(path, new Blob([JSON.stringify(body)], { type: 'application/json' }));
  pending = undefined;
});
document.addEventListener('leaving', flush);
setInterval(() => { if (cards().length < few) more(); }, 10000);
show(cards()[0]);
