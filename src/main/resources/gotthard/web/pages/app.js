// The pages' script: everything works without it; nothing is asked for but to look.
import { follow, watch } from './live.js';
import { byId, copyable, element, localize } from './parts.js';
import { close, filter, look, rows, showOnly, toggle } from './steps.js';

const page = document.body.dataset;
document.documentElement.classList.add('scripted');

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

// ---- hands ----

document.addEventListener('click', (event) => {
  const target = event.target;
  const box = target.closest?.('.graph a.many');
  if (box && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    toggle(box.id);
  } else if (target.matches?.('.command button')) {
    copy(target);
  } else if (target.matches?.('[data-only]')) {
    showOnly(target.dataset.only);
    byId('steps').scrollIntoView();
  } else if (target.matches?.('[data-close]')) {
    close();
  } else if (target.id === 'everything') {
    showOnly('');
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
if (page.page === 'home') watch();
