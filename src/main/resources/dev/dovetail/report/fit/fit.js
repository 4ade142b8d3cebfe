(() => {
  'use strict';
  const reasons = [...document.querySelectorAll('.reason')];
  const cells = [...document.querySelectorAll('[data-pick]')];
  const heading = document.getElementById('heading');
  const count = document.getElementById('count');
  const all = document.getElementById('all');
  const usual = heading.textContent;
  const among = (list, word) => !word || list.split(' ').includes(word);

  /** Shows what stands against one unit, one host, or one on the other; all when neither is given. */
  function show(unit, host, title) {
    let shown = 0;
    for (const reason of reasons) {
      let says = false;
      for (const one of reason.querySelectorAll('.case')) {
        one.hidden = !among(one.dataset.hosts, host);
        says = says || !one.hidden;
      }
      for (const spot of reason.querySelectorAll('figure')) {
        spot.hidden = !among(spot.dataset.units, unit);
      }
      sign(reason);
      reason.hidden = !says || !among(reason.dataset.units, unit);
      reason.open = Boolean(unit && host) && !reason.hidden;
      shown += reason.hidden ? 0 : 1;
    }
    heading.textContent = title || usual;
    count.textContent = title ? (shown === 0 ? 'Nothing stands against it.' : shown === 1 ? '1 reason' : shown + ' reasons') : '';
    all.hidden = !title;
  }

  /** The worst that is shown of a reason. */
  function sign(reason) {
    const one = reason.querySelector('.case:not([hidden])');
    if (!one) {
      return;
    }
    const chip = reason.querySelector('.chip');
    chip.className = 'chip ' + one.dataset.verdict;
    chip.children[0].textContent = one.dataset.sign;
    chip.children[1].textContent = one.dataset.word;
  }

  function reset() {
    cells.forEach(cell => cell.classList.remove('chosen'));
    show('', '', '');
    history.replaceState(null, '', location.pathname + location.search);
  }

  function pick(cell, moves) {
    cells.forEach(other => other.classList.toggle('chosen', other === cell));
    show(cell.dataset.unit || '', cell.dataset.host || '', cell.dataset.pick);
    history.replaceState(null, '', '#' + cell.id);
    if (moves) {
      heading.scrollIntoView({ block: 'start' });
      heading.focus({ preventScroll: true });
    }
  }

  for (const cell of cells) {
    cell.addEventListener('click', event => {
      event.preventDefault();
      pick(cell, true);
    });
  }

  document.querySelector('.matrix').addEventListener('keydown', event => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const at = event.target.closest('td, th');
    if (!step || !at) {
      return;
    }
    const row = at.parentElement.parentElement.rows[at.parentElement.sectionRowIndex + step[0]];
    const next = row && row.cells[at.cellIndex + step[1]];
    const target = next && next.querySelector('a');
    if (target) {
      event.preventDefault();
      target.focus();
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !all.hidden) {
      const chosen = document.querySelector('.chosen');
      reset();
      if (chosen) {
        chosen.focus();
      }
    }
  });

  all.addEventListener('click', () => {
    reset();
    heading.focus({ preventScroll: true });
  });

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = reasons.filter(reason => !reason.open);
    closed.forEach(reason => { reason.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(reason => { reason.open = false; }));

  const linked = cells.find(cell => '#' + cell.id === location.hash);
  if (linked) {
    pick(linked, true);
  }
})();
