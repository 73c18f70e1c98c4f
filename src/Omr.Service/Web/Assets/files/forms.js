// Forms that do something: <form data-call="POST /api/v1/..."> sends its fields as JSON, or its one file as it is.
//   name="a.b" nests; data-type="number" and checkboxes keep their kind; an empty field with data-optional is left out.
//   data-then="/path" leads on, data-then="" stays; without it the page is loaded anew.
//   data-ask="..." asks before; what the answer holds is put into elements with data-answer="name" of the form's <template>,
//   and an element with data-if="name" goes where the answer has nothing of that name.
import { call, Problem } from './api.js';
import { say, t } from './say.js';

/** What files of lists are, by the end of their names. */
export const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

function put(into, name, value) {
  const [first, ...rest] = name.split('.');
  if (rest.length === 0) into[first] = value;
  else put(into[first] ??= {}, rest.join('.'), value);
}

/** What a form says, as JSON. */
export function fieldsOf(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.dataset.path !== undefined || (field.type === 'radio' && !field.checked)) continue;
    if (field.value === '' && field.dataset.optional !== undefined) continue;
    put(body, field.name, field.type === 'checkbox' ? field.checked
      : field.dataset.type === 'number' ? (field.value === '' ? null : Number(field.value))
      : field.dataset.type === 'list' ? field.value.split(/[\s,]+/).filter(Boolean) : field.value);
  }
  return body;
}

function fileOf(form) {
  const file = form.querySelector('input[type=file]')?.files[0];
  const kind = file && types[file.name.split('.').pop().toLowerCase()];
  return file && new Blob([file], { type: kind || file.type || 'text/csv' });
}

/** Shows in the form what went wrong. */
export function showProblem(form, error) {
  let place = form.querySelector('.problem');
  if (!place) {
    place = document.createElement('div');
    place.className = 'problem';
    place.setAttribute('role', 'alert');
    form.append(place);
  }
  const isMute = !(error instanceof Problem);
  place.textContent = isMute ? t('Tidak ada jawaban dari server. Periksa jaringan, lalu coba lagi.', 'No answer from the server. Check the network and try again.') : error.message;
  if (!isMute && error.reasons.length) {
    const list = document.createElement('ul');
    list.append(...error.reasons.slice(0, 20).map(r => Object.assign(document.createElement('li'), { textContent: r })));
    place.append(list);
  }
  if (form.closest('[data-part]')) say(place.textContent); // the part may be swapped at any moment
  if (isMute && !(error instanceof TypeError)) console.error(error);
}

function showAnswer(form, said) {
  const shown = form.querySelector('template').content.cloneNode(true);
  for (const place of shown.querySelectorAll('[data-answer]')) {
    const value = place.dataset.answer.split('.').reduce((v, n) => v?.[n], said);
    if (place.tagName === 'INPUT') place.value = value;
    else if (place.tagName === 'IMG') place.src = value;
    else place.textContent = value;
  }
  for (const place of shown.querySelectorAll('[data-if]')) if (!said?.[place.dataset.if]) place.remove();
  form.parentElement.insertBefore(shown, form);
  form.hidden = true;
}

async function send(form, button) {
  const [method, pattern] = (button?.dataset.call || form.dataset.call).split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(form.elements[name].value));
  const question = button?.dataset.ask || form.dataset.ask;
  if (question && !await ask(question)) return;
  form.setAttribute('aria-busy', 'true');
  form.querySelector('.problem')?.remove();
  try {
    const body = fileOf(form) || (method === 'DELETE' ? undefined : { ...fieldsOf(form), ...JSON.parse(button?.dataset.with || '{}') });
    const { said } = await call(method, path, body, form.dataset.etag ? { 'If-Match': form.dataset.etag } : {});
    form.dispatchEvent(new CustomEvent('called', { bubbles: true, detail: said }));
    if (form.querySelector('template')) showAnswer(form, said);
    else if (form.dataset.then === '') say(form.dataset.done || t('Tersimpan.', 'Saved.'));
    else if (form.dataset.then) location.assign(form.dataset.then);
    else location.reload();
  } catch (error) {
    showProblem(form, error);
  } finally {
    form.removeAttribute('aria-busy');
  }
}

/** Asks a question that is answered by yes or no; no at Escape. */
export function ask(question) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    const text = Object.assign(document.createElement('p'), { textContent: question });
    const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'row' });
    const yes = Object.assign(document.createElement('button'), { value: 'yes', textContent: t('Ya, lakukan', 'Yes, do it') });
    const no = Object.assign(document.createElement('button'), { value: 'no', textContent: t('Batal', 'Cancel'), className: 'plain' });
    form.append(yes, no);
    dialog.className = 'stack';
    dialog.append(text, form);
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); });
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  });
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.call === undefined && event.submitter?.dataset.call === undefined) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') !== 'true') send(form, event.submitter);
});
