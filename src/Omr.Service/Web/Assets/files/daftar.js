// Lists brought in: a file is checked (dryRun) as soon as it is chosen, what it would change is shown, and the button sends the very bytes
// that were checked, with the confirm of that check.
import { call, Problem } from './api.js';
import { ask, types } from './forms.js';
import { refresh } from './live.js';
import { isEnglish, t } from './say.js';

const mostTries = 5;
const count = n => n.toLocaleString(isEnglish ? 'en' : 'id');

function el(tag, props, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

const note = (className, text) => el('p', { className }, text);

function table(title, heads, rows) {
  const frame = el('div', { className: 'scroll tall', tabIndex: 0 }, el('table', {},
    el('thead', {}, el('tr', {}, ...heads.map(h => el('th', {}, h)))),
    el('tbody', {}, ...rows.map(cells => el('tr', {}, ...cells.map(c => el('td', {}, c)))))));
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', title);
  return frame;
}

function part(title, all, heads, rows) {
  if (all === 0) return [];
  const left = all > rows.length ? [note('soft small', t(`${count(rows.length)} pertama dari ${count(all)} ditampilkan.`, `The first ${count(rows.length)} of ${count(all)} are shown.`))] : [];
  return [el('details', { open: true }, el('summary', {}, `${title} (${count(all)})`), table(title, heads, rows), ...left)];
}

const wrongTable = errors => table(t('Kesalahan', 'Errors'), [t('Baris', 'Row'), t('Apa yang salah', 'What is wrong')],
  errors.map(e => [e.baris ? String(e.baris) : t('berkas', 'file'), e.pesan]));

const who = t('Peserta', 'Participant'), room = t('Ruang', 'Room');
const presence = { H: t('H hadir', 'H present'), TH: t('TH tidak hadir', 'TH absent') };
const incident = { BT: t('BT batal', 'BT cancelled'), DT: t('DT ditahan', 'DT held') };

/** People as the two lists show them; what matters first stands where a phone shows it. */
const person = p => el('div', {}, el('b', {}, p.nama || '–'), el('br'), el('span', { className: 'soft small' }, p.nomorPeserta));
const heads = isRoster => (isRoster ? [who, room, t('Lahir', 'Born'), t('Kursi', 'Seat'), t('Mapel', 'Subject'), t('Paket', 'Package')]
  : [who, t('Kehadiran', 'Attendance'), t('Kejadian', 'Incident'), room]);
const cells = (isRoster, p) => [person(p), ...(isRoster ? [`${p.kdKab}-${p.lokasi}-${p.ruang}`, p.tglLahir, p.kursi || '–', p.kdMapel, p.paket || '–']
  : [presence[p.hadir] || p.hadir, incident[p.kejadian] || p.kejadian || '–', p.ruang])];

const said = value => value || t('(kosong)', '(empty)');
const changes = row => el('ul', { className: 'plain' }, ...row.perubahan.map(c => el('li', {},
  el('span', { className: 'soft' }, c.kolom + ': '), el('del', {}, said(c.lama)), ' → ', el('ins', {}, said(c.baru)))));

/** What is going to happen, or happened, in a few words. */
const summary = n => [
  n.baru && t(`${count(n.baru)} baru`, `${count(n.baru)} new`), n.berubah && t(`${count(n.berubah)} berubah`, `${count(n.berubah)} changed`),
  n.dihapus && t(`${count(n.dihapus)} dihapus`, `${count(n.dihapus)} removed`),
].filter(Boolean).join(', ');

/** Whether a later check says just what an earlier one showed, and showed whole: then it was looked at. */
function isLookedAt(before, now) {
  const n = before.jumlah;
  const isWhole = n.baru <= before.baru.length && n.berubah <= before.berubah.length && n.dihapus <= before.dihapus.length;
  return isWhole && now.confirm && JSON.stringify({ ...before, confirm: '' }) === JSON.stringify({ ...now, confirm: '' });
}

function start(form) {
  const isRoster = form.dataset.list.endsWith('/roster');
  const input = form.querySelector('input[type=file]');
  const [replace, file, state, progress, told, saving, rows] = ['[data-replace]', '[data-file]', '.working', 'progress', '[data-told]', '[data-save]', '[data-rows]'].map(s => form.querySelector(s));
  const save = saving.querySelector('button');
  let list, checked, turn = 0;

  async function send(query) {
    const asName = encodeURIComponent(list.name).replace(/['()*]/g, c => '%' + c.charCodeAt(0).toString(16));
    const path = `${form.dataset.list}?${query}${replace?.checked ? '&replace=true' : ''}`;
    return (await call('POST', path, list.body, { 'Content-Disposition': `attachment; filename*=UTF-8''${asName}` })).said;
  }

  function clear() {
    checked = undefined;
    told.replaceChildren();
    rows.replaceChildren();
    saving.hidden = true;
  }

  /** Does something slow, and shows that it does; the last one that was begun is the one that counts. */
  async function work(text, act) {
    const mine = ++turn;
    const isLast = () => mine === turn;
    clear();
    form.setAttribute('aria-busy', 'true');
    progress.hidden = false;
    state.textContent = text;
    try {
      await act(isLast);
    } catch (error) {
      if (isLast()) fail(error);
    } finally {
      if (isLast()) {
        form.removeAttribute('aria-busy');
        progress.hidden = true;
        input.disabled = false;
        if (replace) replace.disabled = false;
      }
    }
  }

  const check = () => work(t(`Memeriksa ${list.name} …`, `Checking ${list.name} …`), async isLast => {
    const answer = await send('dryRun=true');
    if (isLast()) show(answer);
  });

  function show(answer, why) {
    const n = answer.jumlah;
    const total = n.baru + n.berubah + n.dihapus;
    checked = answer;
    state.textContent = t(`${list.name} sudah diperiksa; belum ada yang disimpan.`, `${list.name} is checked; nothing is stored yet.`);
    const figures = [[t('Baru', 'New'), n.baru], [t('Berubah', 'Changed'), n.berubah], ...(replace ? [[t('Dihapus', 'Removed'), n.dihapus]] : []), [t('Tetap', 'Unchanged'), n.tetap], [t('Kesalahan', 'Errors'), n.salah]];
    told.replaceChildren(
      ...(why ? [note('warn', why)] : []),
      el('dl', { className: 'figures' }, ...figures.map(([what, many]) => el('div', {}, el('dt', {}, what), el('dd', {}, count(many))))));
    if (n.salah > 0) {
      told.append(
        note('problem', t(`${count(n.salah)} kesalahan, jadi tidak ada yang disimpan. Perbaiki berkasnya, lalu pilih lagi.`, `${count(n.salah)} errors, so nothing is stored. Correct the file and choose it again.`)),
        wrongTable(answer.salah));
      if (n.salah > answer.salah.length) told.append(note('soft small', t(`${count(answer.salah.length)} pertama ditampilkan.`, `The first ${count(answer.salah.length)} are shown.`)));
    } else if (total === 0) told.append(note('done', t('Isi berkas ini sudah tersimpan semua; tidak ada yang perlu disimpan.', 'All that this file says is stored already; there is nothing to store.')));
    saving.hidden = n.salah > 0 || total === 0;
    save.textContent = t('Simpan: ', 'Store: ') + summary(n);
    save.classList.toggle('danger', n.dihapus > 0);
    rows.replaceChildren(...(n.salah > 0 ? [] : [
      ...part(t('Dihapus', 'Removed'), n.dihapus, heads(isRoster), answer.dihapus.map(p => cells(isRoster, p))),
      ...part(t('Berubah', 'Changed'), n.berubah, [who, t('Lama → baru', 'Old → new'), room], answer.berubah.map(r => [person(r), changes(r), r.ruang])),
      ...part(t('Baru', 'New'), n.baru, heads(isRoster), answer.baru.map(p => cells(isRoster, p))),
    ]));
    (saving.hidden ? told : saving).scrollIntoView({ block: 'nearest' });
  }

  function fail(error) {
    clear();
    const isMute = !(error instanceof Problem);
    state.textContent = '';
    const why = note('problem', isMute
      ? t(`Tidak ada jawaban dari server. Berkas ${list.name} tetap terpilih: periksa jaringan, lalu tekan Periksa lagi. Bila tadi sudah tersimpan, pemeriksaan akan mengatakannya.`,
        `No answer from the server. ${list.name} is still chosen: check the network, then press Check again. If it was stored after all, the check will say so.`)
      : error.message);
    why.setAttribute('role', 'alert');
    told.append(why);
    if (error.errors?.length) told.append(wrongTable(error.errors.map(e => (typeof e === 'string' ? { pesan: e } : e))));
    else told.append(el('div', { className: 'row' }, el('button', { type: 'button', className: 'plain', onclick: check }, t('Periksa lagi', 'Check again'))));
    why.scrollIntoView({ block: 'nearest' });
    if (isMute && !(error instanceof TypeError)) console.error(error);
  }

  const store = () => {
    const shown = checked;
    input.disabled = true;
    if (replace) replace.disabled = true;
    return work(t(`Menyimpan ${list.name} …`, `Storing ${list.name} …`), async () => {
      let last = shown;
      for (let tries = 1; ; tries++) {
        try {
          return await finish(await send('confirm=' + last.confirm));
        } catch (error) {
          if (error.status !== 409) throw error;
          // Somebody else stored something since. Where that touches nothing of what was looked at, it goes on.
          last = await send('dryRun=true');
          if (tries === mostTries || !isLookedAt(shown, last)) {
            return show(last, t('Daftar di server berubah sejak berkas ini diperiksa, jadi belum ada yang disimpan. Berkas sudah diperiksa lagi: lihat hasilnya, lalu simpan.',
              'The list on the server changed since this file was checked, so nothing is stored yet. The file is checked again: look at the outcome, then store it.'));
          }
        }
      }
    });
  };

  async function finish(answer) {
    const done = note('done', t(`Tersimpan dari ${list.name}: ${summary(answer.jumlah) || 'tidak ada yang berubah'}.`, `Stored from ${list.name}: ${summary(answer.jumlah) || 'nothing changed'}.`));
    done.tabIndex = -1;
    told.append(done);
    state.textContent = '';
    file.textContent = t('Pilih berkas lain bila masih ada.', 'Choose another file if there is one.');
    if (replace) replace.checked = false;
    list = undefined;
    done.focus();
    await refresh();
  }

  // So that a file which was mended may be chosen again under its name.
  input.addEventListener('click', () => { input.value = ''; });
  input.addEventListener('change', async () => {
    const chosen = input.files[0];
    if (!chosen) return;
    try {
      const bytes = await chosen.arrayBuffer(); // as it is now, whatever becomes of it on the disk
      list = { name: chosen.name, body: new Blob([bytes], { type: types[chosen.name.split('.').pop().toLowerCase()] || types.csv }) };
    } catch {
      clear();
      told.append(note('problem', t('Berkas tidak dapat dibaca. Tutup di program lain, lalu pilih lagi.', 'The file can\'t be read. Close it elsewhere and choose it again.')));
      return;
    }
    form.parentElement.querySelector('details').open = false; // whoever has a file knows its columns
    file.textContent = `${chosen.name} · ${chosen.size < 1e6 ? count(Math.ceil(chosen.size / 1000)) + ' kB' : count(Math.round(chosen.size / 1e5) / 10) + ' MB'}`;
    check();
  });
  replace?.addEventListener('change', () => { if (list) check(); });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!checked?.confirm || form.hasAttribute('aria-busy')) return;
    const going = checked.jumlah.dihapus;
    if (going > 0 && !await ask(t(`${count(going)} peserta akan dihapus dari daftar karena tidak ada di ${list.name}. Lanjutkan?`, `${count(going)} participants go from the roster because they aren't in ${list.name}. Go on?`))) return;
    store();
  });
}

document.querySelectorAll('form[data-list]').forEach(start);
