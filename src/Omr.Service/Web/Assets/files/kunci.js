// The key of a subject, typed: a line of letters a package becomes the list that the API takes. Nothing of it is kept here.
import { call } from './api.js';
import { showProblem } from './forms.js';
import { t } from './say.js';

const form = document.getElementById('ketik');
const lettersOf = set => set.querySelector('[name=kunci]').value.toUpperCase().replace(/\s+/g, '');

/** The letters in tens, each ten with the number of its first item: what was typed is read against the paper. */
function show(set) {
  const letters = lettersOf(set);
  set.querySelector('[data-name]').textContent = set.querySelector('[name=paket]').value;
  set.querySelector('output').textContent = letters.length === 0 ? '' : (letters.match(/.{1,10}/g) || []).map((ten, i) => `${i * 10 + 1} ${ten}`).join('   ')
    + '   — ' + t(`${letters.length} butir`, `${letters.length} items`);
}

function pedagogyOf(set) {
  const items = new Set();
  for (const part of set.querySelector('[name=pedagogik]').value.split(',')) {
    const [from, to = from] = part.split('-').map(Number);
    for (let item = from; item <= Math.min(to, 1000); item++) items.add(item);
  }
  return items;
}

function specialOf(set) {
  const lines = set.querySelector('[name=khusus]').value.split('\n').map(l => l.trim().split(/\s+/)).filter(l => l[0]);
  return new Map(lines.map(([item, options = '', policy = '']) => [Number(item), [options === '-' ? '' : options, policy]]));
}

/** A row an item, and where each row comes from. */
function rows() {
  const list = [];
  for (const set of form.querySelectorAll('fieldset')) {
    const [name, pedagogy, special] = [set.querySelector('[name=paket]').value.trim(), pedagogyOf(set), specialOf(set)];
    [...lettersOf(set)].forEach((letter, i) => {
      const [options, policy] = special.get(i + 1) || [letter, 'NORMAL'];
      list.push({ place: t(`paket ${name} butir ${i + 1}`, `package ${name} item ${i + 1}`), cells: [form.dataset.subject, name, i + 1, options, pedagogy.has(i + 1) ? 'P' : 'F', policy] });
      special.delete(i + 1);
    });
    for (const [item, [options, policy]] of special)
      list.push({ place: t(`paket ${name}, butir khusus ${item}`, `package ${name}, special item ${item}`), cells: [form.dataset.subject, name, item, options, 'F', policy] });
  }
  return list;
}

const quoted = cell => (/[",;\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell);

form?.addEventListener('submit', async event => {
  event.preventDefault();
  form.querySelector('.problem')?.remove();
  const list = rows();
  const text = ['kd_mapel,paket,butir,kunci,ranah,kebijakan', ...list.map(r => r.cells.map(quoted).join(','))].join('\n');
  const reason = form.elements.alasan?.value;
  form.setAttribute('aria-busy', 'true');
  try {
    await call('POST', `/api/v1/keys/${form.dataset.subject}/entries` + (reason ? '?reason=' + encodeURIComponent(reason) : ''), new Blob([text], { type: 'text/csv' }));
    location.reload();
  } catch (error) {
    // A row of the list is an item here.
    if (error.reasons) error.reasons = error.reasons.map(r => r.replace(/^(baris|row) (\d+)/, (_, word, row) => list[row - 2]?.place || `${word} ${row}`));
    showProblem(form, error);
  } finally {
    form.removeAttribute('aria-busy');
  }
});

form?.addEventListener('input', event => { const set = event.target.closest('fieldset'); if (set) show(set); });
document.getElementById('tambah')?.addEventListener('click', () => {
  const sets = form.querySelectorAll('fieldset');
  const next = sets[sets.length - 1].cloneNode(true);
  const last = sets[sets.length - 1].querySelector('[name=paket]').value;
  for (const field of next.querySelectorAll('textarea')) field.value = '';
  next.querySelector('[name=paket]').value = /^\d+$/.test(last) ? String(Number(last) + 1).padStart(last.length, '0') : '';
  document.getElementById('paket').append(next);
  show(next);
  next.querySelector('[name=paket]').focus();
});
form?.querySelectorAll('fieldset').forEach(show);
