// The one way by which pages do things: the public API, with the cookie, in the page's language.
import { t } from './say.js';

/** What the server said no to, with its own words. */
export class Problem extends Error {
  constructor(status, problem) {
    super(problem?.detail || problem?.title || t('Server tidak menjawab dengan jelas.', 'The server gave no clear answer.'));
    this.status = status;
    this.errors = problem?.errors || [];
    this.reasons = this.errors.map(e => (typeof e === 'string' ? e : [e.baris ? t('baris ', 'row ') + e.baris : '', e.pesan || e.uraian || JSON.stringify(e)].filter(Boolean).join(': ')));
  }
}

/** Asks the API; the answer, or a Problem. Without an answer at all it throws a TypeError, as fetch does. */
export async function call(method, path, body, headers = {}) {
  // What was said goes out although the page is being left.
  const options = { method, keepalive: method !== 'GET' && !(body instanceof Blob), headers: { 'Accept-Language': document.documentElement.lang, ...headers } };
  if (body instanceof Blob) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, options);
  const isJson = /json/.test(answer.headers.get('Content-Type') || '');
  const said = isJson ? await answer.json() : null;
  if (answer.status === 401 && !path.startsWith('/api/v1/session')) toSignIn();
  if (!answer.ok) throw new Problem(answer.status, said);
  return { said, etag: answer.headers.get('ETag'), status: answer.status };
}

/** Leaves for the sign-in page, and comes back here. */
export function toSignIn(extra = '') {
  location.assign('/masuk?lanjut=' + encodeURIComponent(location.pathname + location.search) + extra);
}
