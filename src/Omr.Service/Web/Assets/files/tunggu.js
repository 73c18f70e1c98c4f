// Something on the page is still being worked out ([data-soon]): its parts are fetched anew until it is there.
import { refresh } from './live.js';

const pause = 1200;

async function look() {
  if (!document.querySelector('[data-soon]')) return;
  await refresh();
  setTimeout(look, pause);
}

setTimeout(look, pause);
