// Keeps a page as it would be after a reload. Everything works without it; nothing is asked for but to look.
const page = document.body.dataset;
const byId = (id) => document.getElementById(id);
const root = document.documentElement;
root.classList.add('scripted');

// ---- times: local here, UTC in the title ----

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

function localize(within) {
  for (const time of within.querySelectorAll('time[datetime]:not([title])')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = `${time.textContent} UTC`;
      time.textContent = clock.format(at);
    }
  }
}

// ---- commands to copy ----

function copyable(within) {
  for (const line of within.querySelectorAll('.command:not(:has(button))')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy: ${line.textContent}`);
    line.append(button);
  }
}

async function copy(button) {
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

// ---- looking for steps ----

const filter = byId('filter');
const rows = byId('rows');
const order = ['failing', 'waiting', 'going', 'unproven', 'pending', 'verified', 'undone', 'left-out'];
let only = '';

function matches(row, words) {
  if (only && row.dataset.of !== only) return false;
  if (words.length === 0) return true;
  const text = row.textContent.toLowerCase();
  return words.every((word) => text.includes(word));
}

function look() {
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

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

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

// ---- replacing parts: focus, what is open, what is scrolled stay ----

const keptOpen = (within) => new Map([...within.querySelectorAll('details[id]')].map((it) => [it.id, it.open]));

// Where the focus is inside of a part, so that it can be found in the new one.
function place(part) {
  const focused = document.activeElement;
  if (!part.contains(focused) || part === focused) return () => {};
  if (focused.id) return () => byId(focused.id)?.focus({ preventScroll: true });
  const kind = focused.tagName;
  const at = [...part.querySelectorAll(kind)].indexOf(focused);
  const id = part.id;
  const text = focused.textContent;
  return () => {
    const all = [...byId(id).querySelectorAll(kind)];
    (all.find((it) => it.textContent === text && all.indexOf(it) >= at) ?? all[at])?.focus({ preventScroll: true });
  };
}

function replace(id, made) {
  const old = byId(id);
  if (!old) return false;
  localize(made);
  copyable(made);
  if (old.isEqualNode(made)) return false;
  const details = keptOpen(old);
  const scrolled = [...old.querySelectorAll('.wide')].map((it) => [it.scrollLeft, it.scrollTop]);
  const refocus = place(old);
  old.replaceWith(made);
  for (const it of made.querySelectorAll('details[id]')) if (details.has(it.id)) it.open = details.get(it.id);
  [...made.querySelectorAll('.wide')].forEach((it, at) => { if (scrolled[at]) [it.scrollLeft, it.scrollTop] = scrolled[at]; });
  refocus();
  return true;
}

function parsed(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function put(parts) {
  const above = anchor();
  for (const [id, html] of Object.entries(parts)) {
    const made = parsed(html);
    if (made && replace(id, made) && made.tagName === 'LI') made.classList.add('fresh');
  }
  sort();
  look();
  if (open) openGroup(open);
  above();
}

// What somebody reads stays where it is on the screen, whatever grows above it.
function anchor() {
  const reads = document.elementFromPoint(innerWidth / 2, Math.min(200, innerHeight / 2))?.closest('[id]');
  if (!reads || scrollY < 100) return () => {};
  const id = reads.id;
  const top = reads.getBoundingClientRect().top;
  return () => {
    const now = byId(id);
    if (now) scrollBy(0, now.getBoundingClientRect().top - top);
  };
}

// ---- live ----

const LEAST = 1000;
let seq = Number(page.seq ?? 0);
let told = seq;
let due = false;
let busy = false;
let last = 0;

function connection(state, words) {
  const line = byId('connection');
  line.className = state;
  if (line.textContent !== words) line.textContent = words;
}

const announced = [];

function announce(words) {
  announced.push(words);
  if (announced.length === 1) setTimeout(() => {
    const more = announced.length > 3 ? `, and ${announced.length - 3} more` : '';
    byId('said').textContent = announced.slice(0, 3).join('. ') + more;
    announced.length = 0;
  }, 1000);
}

// Only what happens while somebody is here.
const came = Date.now();

function matter(entry) {
  if (Date.parse(entry.at) < came - 60000) return '';
  if (entry.kind?.startsWith('run.ended')) return `The run ended: ${entry.says || ''}`;
  if (!entry.step || !entry.state) return '';
  if (/failed|unknown|changed/.test(entry.state)) return `${entry.step}: ${entry.state}`;
  return entry.state === 'waits' ? `${entry.step} waits ${entry.says || ''}` : '';
}

// At most once a second, and never two at once.
function refresh() {
  if (busy || due) return;
  due = true;
  setTimeout(async () => {
    due = false;
    busy = true;
    last = Date.now();
    const upTo = told;
    try {
      await (page.page === 'run' ? fetchParts() : fetchPage());
      seq = Math.max(seq, upTo);
    } catch {
      connection('lost', 'What has changed could not be fetched. It is tried again.');
      setTimeout(refresh, 3000);
    } finally {
      busy = false;
      if (told > seq) refresh();
    }
  }, Math.max(0, last + LEAST - Date.now()));
}

async function answer(address) {
  const got = await fetch(address, { headers: { Accept: '*/*' } });
  if (got.status === 401) location.reload();
  if (!got.ok) throw new Error(got.status);
  return got;
}

const partsAddress = () => `/runs/${encodeURIComponent(page.run)}/parts?since=${seq}`;

async function fetchParts() {
  const { gotthard, seq: upTo, ...parts } = await (await answer(partsAddress())).json();
  put(parts);
  seq = Math.max(seq, upTo);
}

async function fetchPage() {
  const made = new DOMParser().parseFromString(await (await answer(location.pathname)).text(), 'text/html');
  const above = anchor();
  const there = new Set();
  for (const part of made.querySelectorAll('main > [id]')) {
    there.add(part.id);
    if (byId(part.id)) replace(part.id, document.adoptNode(part));
    else { localize(part); copyable(part); byId('main').append(document.adoptNode(part)); }
  }
  for (const part of document.querySelectorAll('main > [id]')) if (!there.has(part.id)) part.remove();
  above();
}

function follow() {
  const source = new EventSource(`/api/v1/runs/${encodeURIComponent(page.run)}/events?after=${seq}`);
  let lost = false;
  source.addEventListener('open', () => {
    connection('live', 'Live');
    if (lost) refresh();
    lost = false;
  });
  source.addEventListener('error', () => {
    lost = true;
    connection('lost', 'The connection is lost: this is how it was. It is tried again.');
    if (source.readyState === EventSource.CLOSED) setTimeout(again, 5000);
  });
  source.addEventListener('damaged', (event) => {
    source.close();
    connection('lost', JSON.parse(event.data).what ?? 'The journal is damaged: nothing further is shown.');
  });
  source.addEventListener('entry', (event) => {
    const entry = JSON.parse(event.data);
    if (entry.seq <= told) return;
    told = entry.seq;
    if (entry.kind?.startsWith('run.amended')) { location.reload(); return; }
    if (page.page === 'step' && entry.step && entry.step !== page.step) return;
    const words = matter(entry);
    if (words) announce(words);
    refresh();
  });
  source.addEventListener('progress', (event) => {
    if (page.page === 'run' || JSON.parse(event.data).step === page.step) refresh();
  });
}

// The stream was refused: who is not known any more signs in, and a journal that was put back is shown from its beginning.
async function again() {
  try {
    const got = await fetch(partsAddress());
    if (got.status === 401 || got.status === 404) location.reload();
    else if (got.ok && (await got.json()).seq < seq) location.reload();
    else follow();
  } catch {
    follow();
  }
}

function poll() {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      await fetchPage();
      connection('live', 'Live');
    } catch {
      connection('lost', 'The connection is lost: this is how it was. It is tried again.');
    }
  }, 5000);
}

// ---- hands ----

document.addEventListener('click', (event) => {
  const target = event.target;
  const box = target.closest?.('.graph a.many');
  if (box && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openGroup(open === box.id ? '' : box.id);
  } else if (target.matches?.('.command button')) {
    copy(target);
  } else if (target.matches?.('[data-only]')) {
    only = target.dataset.only;
    look();
    byId('steps').scrollIntoView();
  } else if (target.matches?.('[data-close]')) {
    const was = open;
    only = '';
    look();
    openGroup('');
    byId(was)?.focus();
  } else if (target.id === 'everything') {
    only = '';
    look();
    filter.focus();
  }
});

document.addEventListener('keydown', (event) => {
  const writes = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'radio';
  if (event.key === '/' && filter && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    filter.focus();
    filter.select();
  } else if (event.key === 'Escape' && event.target === filter) {
    filter.value = '';
    look();
  }
});

localize(document);
copyable(document);
const zone = byId('zone');
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (here !== 'UTC') zone.textContent = `Times are those of ${here}; the title of each has it in UTC.`;
if (rows) {
  const all = element('button', 'All groups', { type: 'button', id: 'everything', hidden: '' });
  document.querySelector('.looking').append(all);
  filter.addEventListener('input', look);
  document.querySelectorAll('[name="is"]').forEach((it) => it.addEventListener('change', look));
  look();
}
if (page.page === 'run' || page.page === 'step') follow();
if (page.page === 'home') poll();
