// The list of steps, and the groups of the graph that open into it.
import { byId, element } from './parts.js';

export const filter = byId('filter');
export const rows = byId('rows');
const order = ['failing', 'waiting', 'going', 'unproven', 'pending', 'verified', 'undone', 'left-out'];
let only = '';

function matches(row, words) {
  if (only && row.dataset.of !== only) return false;
  if (words.length === 0) return true;
  const text = row.textContent.toLowerCase();
  return words.every((word) => text.includes(word));
}

export function look() {
  if (!rows) return;
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const is = document.querySelector('[name="is"]:checked')?.value ?? 'all';
  let shown = 0;
  for (const row of rows.children) {
    const fits = matches(row, words);
    if (row.hidden === fits) row.hidden = !fits;
    if (fits && (is === 'all' || row.dataset.is === is)) shown += 1;
  }
  const all = words.length === 0 && is === 'all' && !only;
  const found = all ? '' : `${shown.toLocaleString('en')} of ${rows.children.length.toLocaleString('en')} steps`;
  if (byId('found').textContent !== found) byId('found').textContent = found;
  byId('everything')?.toggleAttribute('hidden', !only);
}

// The same order as on the server: what is urgent first, then as in the plan.
function sort() {
  const place = (row) => order.indexOf(row.dataset.is) * 1e6 + Number(row.id.slice(1));
  const all = [...rows.children];
  const sorted = [...all].sort((one, other) => place(one) - place(other));
  if (sorted.every((row, at) => row === all[at])) return;
  sorted.forEach((row, at) => { if (rows.children[at] !== row) rows.insertBefore(row, rows.children[at] ?? null); });
}

// ---- groups of the graph ----

let open = '';

function openGroup(id) {
  const box = id && byId(id);
  document.querySelector('.graph .opened')?.classList.remove('opened');
  const panel = byId('opened');
  if (!box) {
    open = '';
    panel.replaceChildren();
    return;
  }
  open = id;
  box.classList.add('opened');
  const members = [...rows.children].filter((row) => row.dataset.of === id);
  const few = members.length <= 24;
  const head = element('header', '');
  head.append(
    element('h3', box.getAttribute('aria-label')),
    element('button', 'Only these in the list', { type: 'button', 'data-only': id }),
    element('button', 'Close', { type: 'button', 'data-close': '' }),
  );
  const tiles = element('ul', '', { class: few ? 'tiles few' : 'tiles', 'aria-label': 'Steps' });
  for (const row of members) {
    const name = row.querySelector('a');
    const state = row.querySelector('.state');
    const words = `${name.textContent}: ${state.lastChild.textContent.trim()}`;
    const sign = state.firstChild.textContent;
    const tile = element('a', few ? `${sign} ${name.textContent}` : sign, {
      href: name.getAttribute('href'), class: row.dataset.is, title: words, 'aria-label': words,
    });
    const item = element('li', '');
    item.append(tile);
    tiles.append(item);
  }
  const focused = panel.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const scrolled = panel.querySelector('.tiles')?.scrollTop ?? 0;
  panel.replaceChildren(head, tiles);
  tiles.scrollTop = scrolled;
  if (focused) tiles.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

// Only the steps of a group, or all again.
export function showOnly(id) {
  only = id;
  look();
}

// A group opens; the one that is open closes.
export function toggle(id) {
  openGroup(open === id ? '' : id);
}

export function close() {
  const was = open;
  showOnly('');
  openGroup('');
  byId(was)?.focus();
}

// After rows have been replaced.
export function settle() {
  sort();
  look();
  if (open) openGroup(open);
}
