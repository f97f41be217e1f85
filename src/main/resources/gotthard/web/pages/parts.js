// Parts of a page: replaced by what a reload would bring, while focus, what is open and what is scrolled stay.
export const byId = (id) => document.getElementById(id);

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

export function localize(within) {
  for (const time of within.querySelectorAll('time[datetime]:not([title])')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = `${time.textContent} UTC`;
      time.textContent = clock.format(at);
    }
  }
}

// Each command gets a button.
export function copyable(within) {
  for (const line of within.querySelectorAll('.command:not(:has(button))')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy: ${line.textContent}`);
    line.append(button);
  }
}

export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// ---- replacing ----

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

export function replace(id, made) {
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

export function parsed(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

// What somebody reads stays where it is on the screen, whatever grows above it.
export function anchor() {
  const reads = document.elementFromPoint(innerWidth / 2, Math.min(200, innerHeight / 2))?.closest('[id]');
  if (!reads || scrollY < 100) return () => {};
  const id = reads.id;
  const top = reads.getBoundingClientRect().top;
  return () => {
    const now = byId(id);
    if (now) scrollBy(0, now.getBoundingClientRect().top - top);
  };
}
