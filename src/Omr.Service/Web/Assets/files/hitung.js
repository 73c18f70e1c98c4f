// Room counts: checks while one types, keeps what is typed, hands it to the queue and tells what became of it.
import { account, drop, enqueue, flush, keep, kept, settle, unsent } from './queue.js';
import { toSignIn } from './api.js';
import { refresh } from './live.js';
import { isEnglish, t } from './say.js';

const line = document.getElementById('antrean');
const form = document.getElementById('hitung');
const timeOf = utc => new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'id-ID', { hour: '2-digit', minute: '2-digit' }).format(new Date(utc)).replace(isEnglish ? '' : ':', isEnglish ? '' : '.');

/** This page and all that it is made of, for the day without a network. */
async function keepPages() {
  if (!('caches' in window) || !navigator.onLine || !account) return;
  const cache = await caches.open('omr-hitung');
  const assets = performance.getEntriesByType('resource').map(r => r.name).filter(n => new URL(n).pathname.startsWith('/aset/'));
  const version = new URL(assets[0]).pathname.split('/')[2];
  for (const old of await cache.keys()) {
    const [, folder, of] = new URL(old.url).pathname.split('/');
    if (folder === 'aset' && of !== version) { await caches.delete('omr-hitung'); return keepPages(); }
  }
  const rooms = [...document.querySelectorAll('a[data-room]')].slice(0, 40).map(a => a.href);
  for (const url of [location.href, ...assets, ...rooms]) {
    if (await cache.match(url)) continue;
    const answer = await fetch(url);
    if (answer.ok && !answer.redirected) await cache.put(url, answer);
  }
}

/** Rooms of the list whose count still waits on this device. */
async function tellList() {
  const { mine, others } = await unsent();
  const waiting = new Set(mine.map(r => r.path));
  for (const link of document.querySelectorAll('a[data-room]')) {
    link.querySelector('.unsent')?.remove();
    if (waiting.has(link.dataset.room)) link.lastElementChild.append(Object.assign(document.createElement('span'), { className: 'tag wait unsent', textContent: t('belum terkirim', 'not sent') }));
  }
  line.hidden = waiting.size === 0 && others.length === 0;
  line.textContent = others.length > 0 ? notMine(others) : t(`${waiting.size} ruang tersimpan di ponsel, belum terkirim.`, `${waiting.size} rooms kept on the phone, not sent yet.`);
}

const notMine = others => t(
  `Perangkat ini menyimpan isian akun ${others.join(', ')} yang belum terkirim; masuk dengan akun itu untuk mengirimnya.`,
  `This device keeps something of ${others.join(', ')} that isn't sent; sign in with that account to send it.`);

function room() {
  const path = form.dataset.count;
  const needed = form.dataset.needed.split(' ');
  const discard = document.getElementById('buang');
  const conflict = document.getElementById('bentrok');
  const seal = form.elements.segel;
  const counts = [...form.querySelectorAll('[data-count-field]')];
  const labelOf = field => field.closest('label').firstChild.textContent.trim();
  let base = form.dataset.tag || '';
  let mayStopAt = '';

  const number = text => (/^\d+$/.test(text) ? Number(text) : null);
  const known = { daftarPeserta: number(form.dataset.daftarPeserta), daftarHadir: number(form.dataset.daftarHadir || '') };
  const count = name => (name in known ? known[name] : number(form.elements[name].value.trim()));
  const sum = names => names.split(' ').reduce((s, n) => (s === null || count(n) === null ? null : s + count(n)), 0);
  const values = () => ({
    ...Object.fromEntries(counts.map(f => [f.name, number(f.value.trim())])),
    segel: seal.value.trim(), penjelasan: form.elements.penjelasan.value.trim(), catatan: form.elements.catatan.value.trim(),
  });
  const fill = body => { for (const [name, value] of Object.entries(body)) if (form.elements[name]) form.elements[name].value = value ?? ''; };

  function check() {
    const off = [];
    for (const item of form.querySelectorAll('.checks li')) {
      const left = sum(item.dataset.left), right = sum(item.dataset.right);
      item.hidden = left === null || right === null;
      if (item.hidden) continue;
      const by = item.dataset.limit !== undefined && left <= right ? 0 : left - right;
      const todo = by === 0 ? '' : (by < 0 ? item.dataset.fewer : item.dataset.more).replace('{n}', Math.abs(by));
      if (by !== 0) off.push(todo);
      item.className = by === 0 ? '' : 'off';
      item.querySelector('.sums').textContent = `${left} / ${right}`;
      item.querySelector('.tag').className = by === 0 ? 'tag good' : 'tag bad';
      item.querySelector('.tag').textContent = by === 0 ? t('cocok', 'agrees') : t('selisih ', 'off by ') + (by > 0 ? '+' : '−') + Math.abs(by);
      item.querySelector('.todo').textContent = todo;
    }
    const missing = needed.filter(n => count(n) === null).map(n => labelOf(form.elements[n]));
    const isExplained = form.elements.penjelasan.value.trim() !== '';
    const maySeal = missing.length === 0 && (off.length === 0 || isExplained);
    document.getElementById('jelaskan').hidden = off.length === 0 && !isExplained;
    tellState(off, missing, maySeal);
    seal.disabled = !maySeal && seal.value === '';
    const isNew = seal.value.trim() !== '' && seal.value.trim() !== (seal.dataset.stored || '');
    seal.setCustomValidity(!maySeal && isNew ? t('Belum boleh disegel: cocokkan jumlahnya atau jelaskan selisihnya.', 'Not to be sealed yet: make the counts agree, or explain the difference.') : '');
  }

  function tellState(off, missing, maySeal) {
    const place = document.getElementById('keadaan');
    const sealed = seal.dataset.stored && seal.value.trim() === seal.dataset.stored ? t('SUDAH DISEGEL, ', 'SEALED, ') + seal.dataset.stored + '. ' : '';
    place.className = maySeal ? 'done' : off.length > 0 ? 'problem' : 'hint';
    place.textContent = sealed && maySeal ? sealed + (off.length === 0 ? t('Semua jumlah cocok.', 'All counts agree.') : t('Selisihnya dijelaskan.', 'The difference is explained.'))
      : maySeal && off.length === 0 ? t('BOLEH DISEGEL. Semua jumlah cocok.', 'MAY BE SEALED. All counts agree.')
      : maySeal ? t('BOLEH DISEGEL dengan penjelasan selisih.', 'MAY BE SEALED, with the difference explained.')
      : off.length > 0 ? (sealed || t('JANGAN DISEGEL. ', 'DON\'T SEAL. ')) + off[0] + (off.length > 1 ? t(` Dan ${off.length - 1} selisih lagi.`, ` And ${off.length - 1} more.`) : '')
      : t('Masih perlu diisi: ', 'Still to fill in: ') + missing.slice(0, 3).join(', ') + (missing.length > 3 ? t(` dan ${missing.length - 3} lagi.`, ` and ${missing.length - 3} more.`) : '.');
  }

  /** The line that says where the count is. */
  async function tell() {
    const [waiting, draft, sent, { others }] = await Promise.all([kept('send', path), kept('draft', path), kept('sent', path), unsent()]);
    if (sent && Number(sent.etag.replaceAll('"', '')) >= Number((base || '0').replaceAll('"', ''))) {
      base = sent.etag;
      line.dataset.at = sent.body.pada;
      line.dataset.by = sent.body.oleh;
      seal.dataset.stored = sent.body.segel || '';
    }
    discard.hidden = !waiting && !draft;
    document.getElementById('bukti').hidden = !base || Boolean(waiting) || Boolean(draft);
    line.className = waiting?.problem ? 'sent problem' : waiting || draft ? 'sent warn' : base ? 'sent done' : 'sent hint';
    line.textContent = waiting?.conflict ? t('belum terkirim: ada hitungan lain di server', 'not sent: there is another count on the server')
      : waiting?.problem ? t('tidak diterima server: ', 'not taken by the server: ') + waiting.problem
      : waiting ? t('tersimpan di ponsel, belum terkirim', 'kept on the phone, not sent yet')
      : draft ? t('isian belum disimpan', 'not saved yet')
      : base ? t('terkirim ', 'sent ') + timeOf(line.dataset.at) + t(' oleh ', ' by ') + line.dataset.by
      : others.length ? notMine(others) : line.textContent;
    showConflict(waiting);
    return { waiting, draft, sent };
  }

  function showConflict(waiting) {
    conflict.hidden = !waiting?.conflict;
    if (conflict.hidden) return;
    const { said } = waiting.conflict;
    const rows = [...counts, seal, form.elements.penjelasan, form.elements.catatan]
      .map(f => [labelOf(f), waiting.body[f.name] ?? '', said[f.name] ?? ''])
      .filter(([, mine, theirs]) => mine !== theirs);
    rows.push([t('Oleh', 'By'), account, said.oleh], [t('Pukul', 'At'), '', timeOf(said.pada)]);
    conflict.querySelector('tbody').replaceChildren(...rows.map(([name, mine, theirs]) => {
      const row = document.createElement('tr');
      row.className = mine !== theirs ? 'is-bad' : '';
      row.append(...[name, mine, theirs].map((text, i) => Object.assign(document.createElement(i ? 'td' : 'th'), { textContent: text, className: i ? 'number' : '' })));
      return row;
    }));
  }

  form.addEventListener('input', async () => {
    check();
    await keep('draft', path, { body: values(), base });
    await tell();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await enqueue(path, values(), base);
    } catch {
      line.className = 'sent problem';
      line.textContent = t('Perangkat ini tidak dapat menyimpan isian; jangan tutup halaman, catat di kertas.', 'This device can\'t keep what you entered; don\'t close the page, note it on paper.');
      return;
    }
    flush();
  });
  discard.addEventListener('click', async () => {
    await drop('draft', path);
    await drop('send', path);
    location.reload();
  });
  conflict.addEventListener('click', async event => {
    const take = event.target.dataset.take;
    if (take === undefined) return;
    await settle(path, take === 'mine');
    if (take === 'theirs') location.reload();
  });
  document.addEventListener('queue', async () => {
    const { waiting, sent } = await tell();
    check();
    if (!waiting && sent && sent.etag !== mayStopAt) {
      mayStopAt = sent.etag;
      // The page that is kept for later shows what was sent.
      fetch(location.href).catch(() => {});
    }
  });
  document.addEventListener('unsent', ({ detail }) => { if (detail.status === 401) toSignIn(); });

  return async () => {
    const { waiting, draft, sent } = await tell();
    mayStopAt = sent?.etag ?? '';
    const isNewer = sent && sent.etag === base && sent.etag !== form.dataset.tag;
    const body = draft?.body ?? waiting?.body ?? (isNewer ? sent.body : undefined);
    if (draft && !waiting) base = draft.base;
    if (body) fill(body);
    check();
  };
}

const search = document.querySelector('[data-search]');
if (search) {
  let due;
  search.addEventListener('input', () => {
    clearTimeout(due);
    due = setTimeout(() => {
      history.replaceState(null, '', '?' + new URLSearchParams(new FormData(search.form)));
      refresh();
    }, 250);
  });
}
document.querySelector('[data-print]')?.addEventListener('click', () => print());
if (form) await room()();
else if (line) {
  document.addEventListener('queue', tellList);
  document.addEventListener('swapped', tellList);
  await tellList();
}
keepPages().catch(() => {});
