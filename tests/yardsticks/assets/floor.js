// The two things that the floor does: a countdown on the walk, a filter on the questions.
'use strict';
const by = id => document.getElementById(id);
const walk = by('walk');
const search = by('search');

if (walk) {
  const plan = JSON.parse(walk.dataset.plan); // [title, seconds] of each step, in order
  const ring = by('ring');
  let begun = 0;
  let ticking = 0;
  // Text costs a layout, so it is written only when it has changed.
  const write = (id, text) => {
    const element = by(id);
    if (element.firstChild?.data !== text) element.textContent = text;
  };
  const show = on => {
    by('choice').hidden = on;
    by('timer').hidden = !on;
    if (on) document.documentElement.dataset.walk = 'running';
    else delete document.documentElement.dataset.walk;
  };
  const stop = () => {
    clearInterval(ticking);
    show(false);
    by('start').focus();
  };
  const tick = () => {
    let gone = (performance.now() - begun) / 1000;
    let at = 0;
    while (at < plan.length && gone >= plan[at][1]) gone -= plan[at++][1];
    if (at === plan.length) return stop();
    const [title, seconds] = plan[at];
    const left = Math.ceil(seconds - gone);
    write('place', title);
    write('left', `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`);
    ring.style.strokeDashoffset = (100 * gone / seconds).toFixed(2);
  };
  by('start').addEventListener('click', () => {
    begun = performance.now();
    show(true);
    tick();
    ticking = setInterval(tick, 250);
    by('stop').focus();
  });
  by('stop').addEventListener('click', stop);
}

if (search) {
  const sections = [...document.querySelectorAll('#faq-list > section')];
  const answers = sections.map(section =>
    [...section.querySelectorAll(':scope > details')].map(each => [each, each.textContent.toLowerCase()]));
  const filter = () => {
    const asked = search.value.trim().toLowerCase();
    let shown = 0;
    sections.forEach((section, place) => {
      let here = 0;
      for (const [each, text] of answers[place]) {
        each.hidden = !text.includes(asked);
        if (!each.hidden) here += 1;
      }
      section.hidden = here === 0;
      shown += here;
    });
    by('count').textContent = `${shown} questions`;
  };
  search.addEventListener('input', filter);
  if (search.value) filter();
  const open = () => {
    const asked = by(location.hash.slice(1));
    if (asked?.tagName === 'DETAILS') asked.open = true;
  };
  addEventListener('hashchange', open);
  open();
}
