// What every module needs: the two languages and the line at the foot of the page that tells what was done.
export const isEnglish = document.documentElement.lang === 'en';
export const t = (id, en) => (isEnglish ? en : id);

let hide;
/** Tells something for a while, to eyes and to screen readers. */
export function say(text) {
  const place = document.getElementById('said');
  place.textContent = text;
  clearTimeout(hide);
  hide = setTimeout(() => { place.textContent = ''; }, 6000);
}
