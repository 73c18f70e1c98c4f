// Manual entry: a box for each answer, filled by one key each. What was typed stays on the page until the server has it.
import { call } from './api.js';
import { showProblem } from './forms.js';
import { say, t } from './say.js';

const blank = '–';
const form = document.getElementById('entri');
const frame = document.getElementById('kertas');
const boxes = [...(form?.querySelectorAll('[data-item]') ?? [])];
const letters = box => (box?.dataset.is === blank ? '' : box?.dataset.is ?? '');
let isDirty = false, isEnd = false, doubling, last;

function put(box, text) {
  box.dataset.is = text;
  box.value = text;
  show();
}

function show() {
  const filled = boxes.filter(b => b.dataset.is);
  const none = filled.filter(b => b.dataset.is === blank).length;
  const several = filled.filter(b => b.dataset.is.length > 1).length;
  const place = document.getElementById('hitung');
  if (place) place.textContent = t(`${filled.length} dari ${boxes.length} terisi · ${none} kosong · ${several} ganda`, `${filled.length} of ${boxes.length} filled · ${none} blank · ${several} double`);
}

/** Goes to a box; behind the last one the focus stays there, for a + may follow, but no further letter is taken. */
function go(to) {
  const box = boxes[Math.max(0, Math.min(to, boxes.length - 1))];
  box.focus();
  isEnd = to >= boxes.length;
  return box;
}

// A double that was begun and left is the answer that it was before.
function undouble() {
  if (doubling) doubling.value = doubling.dataset.is;
  doubling = undefined;
}

/** One key in a box; the box where the next one goes. */
function type(box, key) {
  const at = boxes.indexOf(box);
  if (key === '+') {
    const first = letters(box) ? box : boxes[at - 1];
    if (!letters(first)) { say(t('Ganda: ketik huruf pertama, lalu +, lalu huruf kedua.', 'A double: the first letter, then +, then the second.')); return box; }
    go(boxes.indexOf(first));
    doubling = first;
    first.value = letters(first) + '+';
    return first;
  }
  if (isEnd && doubling !== box) {
    say(t('Butir terakhir sudah terisi: ada yang terlewat atau terketik dua kali? Tab untuk lanjut.', 'The last item is filled already: was one skipped or typed twice? Tab to go on.'));
    return box;
  }
  if (form.dataset.options.includes(key)) {
    put(box, doubling === box ? [...new Set(letters(box) + key)].sort().join('') : key);
  } else if ('0- '.includes(key)) put(box, blank);
  else { say(t(`Hanya ${[...form.dataset.options].join(' ')}, 0 untuk kosong, + untuk ganda.`, `Only ${[...form.dataset.options].join(' ')}, 0 for blank, + for a double.`)); return box; }
  doubling = undefined;
  return go(at + 1);
}

form?.addEventListener('focusout', event => { isEnd = false; if (event.target === doubling) undouble(); });

form?.addEventListener('input', event => {
  isDirty = true;
  let box = event.target;
  if (box.dataset.item === undefined) return;
  if (event.inputType?.startsWith('delete')) { doubling = undefined; isEnd = false; put(box, ''); return; }
  const typed = event.data ?? '';
  box.value = box === doubling ? letters(box) + '+' : box.dataset.is ?? '';
  // A screen's keyboard tells the whole word that it believes in: the last letter of it is new.
  for (const key of event.isComposing ? typed.slice(-1) : typed) if (box) box = type(box, key.toUpperCase());
});

form?.addEventListener('change', event => {
  if (event.target.name !== 'calon') return;
  form.elements.nomor.value = event.target.value;
  isDirty = true;
});

form?.addEventListener('keydown', event => {
  if ((event.key === 'PageDown' || event.key === 'PageUp') && frame) {
    event.preventDefault();
    frame.scrollBy({ top: (event.key === 'PageDown' ? 1 : -1) * frame.clientHeight / 2 });
  }
  const at = boxes.indexOf(event.target);
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -10, ArrowDown: 10 };
  if (steps[event.key]) {
    event.preventDefault();
    if (boxes[at + steps[event.key]]) go(at + steps[event.key]);
  } else if (event.key === 'Backspace' && !event.target.value && at > 0) {
    event.preventDefault();
    go(at - 1);
    put(boxes[at - 1], '');
  }
});

/** Moves the picture to where a field stands on the form, if that isn't well in view. */
function follow(field) {
  const image = frame?.querySelector('img');
  if (!image || !field.dataset.at || !document.getElementById('ikuti').checked) return;
  const [x, y] = field.dataset.at.split(' ').map(Number);
  const place = (at, size, seen, from) => (at * size > from + 0.2 * seen && at * size < from + 0.8 * seen ? from : at * size - seen / 2);
  frame.scrollTo({
    left: place(x, image.clientWidth, frame.clientWidth, frame.scrollLeft),
    top: place(y, image.clientHeight, frame.clientHeight, frame.scrollTop),
  });
}

form?.addEventListener('focusin', event => { if (event.target.dataset.at) last = event.target; follow(event.target); });

/** What was typed, as the API takes it. */
function entry() {
  const body = { alasan: form.elements.alasan?.value ?? '' };
  for (const name of ['nomor', 'kdMapel', 'paket']) if (form.elements[name]) body[name] = form.elements[name].value;
  if (boxes.length) {
    body.jawaban = Array(Number(form.dataset.items)).fill(null);
    for (const box of boxes) body.jawaban[box.dataset.item - 1] = [...letters(box)].join('|');
  }
  return body;
}

function problem(error) {
  const place = document.getElementById('salah');
  place.replaceChildren();
  if (error) showProblem(place, error);
  if (error instanceof TypeError) place.append(Object.assign(document.createElement('p'), { className: 'small', textContent: t('Yang sudah diketik tetap ada di halaman ini: jangan tutup, kirim lagi setelah jaringan kembali.', 'What you typed is still on this page: leave it open and send it again once the network is back.') }));
}

form?.addEventListener('submit', async event => {
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  problem();
  const open = boxes.filter(b => !b.dataset.is);
  if (open.length) {
    open[0].focus();
    say(t(`${open.length} butir belum diisi, mulai butir ${open[0].dataset.item}. Yang kosong di kertas: 0.`, `${open.length} items aren't filled, from item ${open[0].dataset.item} on. What is blank on the paper: 0.`));
    return;
  }
  form.setAttribute('aria-busy', 'true');
  try {
    await call('POST', `/api/v1/review/sheets/${form.dataset.sheet}/entry`, entry());
    isDirty = false;
    location.reload();
  } catch (error) {
    problem(error);
  } finally {
    form.removeAttribute('aria-busy');
  }
});

// The picture: four sizes and four ways up; on a phone the largest from the start, since nothing is read there otherwise.
if (frame && frame.clientWidth < 480) frame.dataset.size = 4;
document.addEventListener('click', event => {
  const zoom = event.target.closest('[data-zoom]');
  if (zoom) {
    frame.dataset.size = Math.max(1, Math.min(4, Number(frame.dataset.size ?? 1) + Number(zoom.dataset.zoom)));
    follow(last ?? frame);
  }
  if (event.target.closest('[data-turn-picture]')) {
    const image = frame.querySelector('img');
    const address = new URL(image.src);
    address.searchParams.set('putar', (Number(address.searchParams.get('putar')) + 90) % 360);
    image.src = address;
  }
});

// Somebody else's entry came in: another page, unless something is typed here already, which still counts when it is sent.
document.addEventListener('swapped', event => {
  if (!isDirty && event.target.dataset.turn !== undefined && event.target.dataset.turn !== (form?.dataset.turn ?? '')) location.reload();
});
addEventListener('beforeunload', event => { if (isDirty) event.preventDefault(); });
document.addEventListener('leaving', () => { isDirty = false; });
if (form) {
  form.reset(); // a browser may bring back what the boxes showed, but not what they hold
  show();
}
