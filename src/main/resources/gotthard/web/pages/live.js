// Keeps a page as it would be after a reload: hears that something was recorded, and fetches what has changed.
import { anchor, byId, copyable, localize, parsed, replace } from './parts.js';
import { settle } from './steps.js';

const page = document.body.dataset;
const LEAST = page.page === 'home' ? 2000 : 1000;
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

function put(parts) {
  const above = anchor();
  for (const [id, html] of Object.entries(parts)) {
    const made = parsed(html);
    if (made && replace(id, made) && made.tagName === 'LI') made.classList.add('fresh');
  }
  settle();
  above();
}

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

export function follow() {
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

// All runs at once; where that is refused, the page asks again and again.
export function watch() {
  const source = new EventSource(`/api/v1/events?after=${encodeURIComponent(page.place ?? '')}`);
  const changed = () => {
    if (document.hidden) return;
    told += 1;
    refresh();
  };
  source.addEventListener('open', () => {
    connection('live', 'Live');
    changed();
  });
  source.addEventListener('error', () => {
    connection('lost', 'The connection is lost: this is how it was. It is tried again.');
    if (source.readyState === EventSource.CLOSED) setInterval(poll, 5000);
  });
  for (const name of ['entry', 'progress', 'damaged']) source.addEventListener(name, changed);
  document.addEventListener('visibilitychange', changed);
  setInterval(changed, 60000);
}

async function poll() {
  if (document.hidden) return;
  try {
    await fetchPage();
    connection('live', 'Live');
  } catch {
    connection('lost', 'The connection is lost: this is how it was. It is tried again.');
  }
}
