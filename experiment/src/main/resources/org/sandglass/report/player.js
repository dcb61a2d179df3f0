'use strict';
for (const figure of document.querySelectorAll('figure.motion')) {
  const film = JSON.parse(figure.querySelector('script').textContent);
  const stage = figure.querySelector('.moves');
  const controls = figure.querySelector('.controls');
  const [button, slider, time] = controls.children;
  const last = film.frames.length - 1;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let timer = 0;
  const show = i => {
    stage.innerHTML = film.frames[i];
    slider.value = i;
    time.textContent = film.labels[i];
    slider.setAttribute('aria-valuetext', film.labels[i]);
  };
  const pause = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = 'Play';
  };
  const step = () => {
    const next = Number(slider.value) + 1;
    show(Math.min(next, last));
    if (next === last) pause();
  };
  const play = () => {
    if (Number(slider.value) === last) show(0);
    button.textContent = 'Pause';
    timer = setInterval(step, calm.matches ? 1000 : 120);
  };
  button.addEventListener('click', () => timer ? pause() : play());
  slider.addEventListener('input', () => { pause(); show(Number(slider.value)); });
  controls.hidden = false;
}
