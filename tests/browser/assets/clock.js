// A clock that a test holds, moves and lets go. It goes by itself, like the real
// one, until the first of its calls takes it over:
//
//   __clock.hold()         time stands still
//   __clock.flow()         time goes on by itself from where it stands
//   await __clock.advance(ms)  every timer and frame fires in order, at its due time
//   await __clock.freeze(ms)   time moves with nothing fired, then what is overdue
//                          fires once (a closed lid, a frozen tab)
//   __clock.wall(ms)       shifts the system clock (Date) only
//   __clock.now()          milliseconds, as performance.now() says
//   __clock.real()         the same of the real clock
//
// Promises, fetch and messages stay real, and so does setTimeout without a delay:
// it asks for a turn, not for time (Yew draws so). Sound follows the clock as well: an
// element that plays is as far as our time says, and nothing is heard. The app knows
// nothing of this.
(() => {
  const real = {
    Date,
    now: performance.now.bind(performance),
    setTimeout: setTimeout.bind(window),
    clearTimeout: clearTimeout.bind(window),
    frame: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  };
  const FRAME = 1000 / 60;
  // Nobody waits longer than two days.
  const LONGEST = 48 * 3_600_000;
  const origin = real.Date.now() - real.now();
  const timers = new Map();
  let lastId = 0;
  let ahead = 0; // our time minus the real one, while it flows
  let held = null; // our time while it stands
  let shift = 0; // of Date alone
  let pump = null; // the real timer that stands for the next of ours
  let framePump = null;

  const now = () => held ?? real.now() + ahead;
  const wallNow = () => Math.floor(origin + now() + shift);

  const first = (until) => {
    let found = null;
    for (const timer of timers.values()) {
      if (timer.due <= until && (!found || timer.due < found.due)) found = timer;
    }
    return found;
  };

  const fire = (timer) => {
    if (timer.every === null) {
      timers.delete(timer.id);
    } else {
      const next = timer.due + timer.every;
      timer.due = next > now() ? next : now() + timer.every;
    }
    try {
      timer.call.apply(window, timer.frame ? [now()] : timer.words);
    } catch (error) {
      reportError(error);
    }
  };

  // While time flows, real timers do the waking.
  const wake = () => {
    real.clearTimeout(pump);
    if (held !== null) return;
    const next = Math.min(...[...timers.values()].filter((it) => !it.frame).map((it) => it.due));
    if (next < Infinity) pump = real.setTimeout(flowOn, Math.max(0, next - now()));
    if (framePump === null && [...timers.values()].some((it) => it.frame)) {
      framePump = real.frame(frameOn);
    }
  };
  const flowOn = () => {
    if (held !== null) return;
    const until = now();
    const due = [...timers.values()].filter((it) => !it.frame && it.due <= until);
    for (const timer of due.sort((a, b) => a.due - b.due)) {
      if (timers.get(timer.id) === timer) fire(timer);
    }
    wake();
  };
  const frameOn = () => {
    framePump = null;
    if (held !== null) return;
    for (const timer of [...timers.values()].filter((it) => it.frame)) {
      if (timers.get(timer.id) === timer) fire(timer);
    }
    wake();
  };

  const add = (call, delay, every, frame, words) => {
    const id = ++lastId;
    const wait = Math.max(1, Number(delay) || 0);
    // A driver's own, beside each script of a test: it would hold what that has found.
    if (wait > LONGEST) return id;
    timers.set(id, { id, call, due: now() + wait, every: every ? wait : null, frame, words });
    wake();
    return id;
  };
  const remove = (id) => {
    soon.delete(Number(id));
    if (timers.delete(Number(id))) wake();
  };

  // Turns of the real event loop, in the order they were asked for.
  const channel = new MessageChannel();
  const turns = [];
  channel.port1.onmessage = () => turns.shift()();
  const turn = (call) => {
    turns.push(call);
    channel.port2.postMessage(null);
  };
  const soon = new Set();
  const addSoon = (call, words) => {
    const id = ++lastId;
    soon.add(id);
    turn(() => {
      if (soon.delete(id)) call.apply(window, words);
    });
    return id;
  };

  window.setTimeout = (call, delay, ...words) =>
    delay > 0 ? add(call, delay, false, false, words) : addSoon(call, words);
  window.setInterval = (call, delay, ...words) => add(call, delay, true, false, words);
  window.clearTimeout = window.clearInterval = remove;
  window.requestAnimationFrame = (call) => add(call, FRAME, false, true, []);
  window.cancelAnimationFrame = remove;

  performance.now = now;
  function FakeDate(...words) {
    if (!new.target) return new real.Date(wallNow()).toString();
    return Reflect.construct(real.Date, words.length ? words : [wallNow()], new.target);
  }
  Object.setPrototypeOf(FakeDate, real.Date);
  FakeDate.prototype = real.Date.prototype;
  FakeDate.prototype.constructor = FakeDate;
  FakeDate.now = wallNow;
  window.Date = FakeDate;
  // An event's own time must fit the clock the app compares it with.
  const stamp = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp");
  Object.defineProperty(Event.prototype, "timeStamp", {
    ...stamp,
    get() {
      return held ?? stamp.get.call(this) + ahead;
    },
  });

  // Promises, renders and observers go first, and whoever asked for a turn; not
  // for ever, should somebody ask again each time.
  const settle = async () => {
    for (let round = 0; round < 100; round++) {
      await new Promise(turn);
      if (!soon.size) return;
    }
  };

  const hold = () => {
    if (held !== null) return;
    held = now();
    real.clearTimeout(pump);
    if (framePump !== null) real.cancel(framePump);
    framePump = null;
  };

  // Sound: where each element was, and since when it has been playing.
  const sounds = new WeakMap();
  const sound = (element) => {
    if (!sounds.has(element)) sounds.set(element, { at: 0, since: null, src: "" });
    return sounds.get(element);
  };
  const position = ({ at, since }) => (since === null ? at : at + (now() - since) / 1000);
  const tell = (element, name) => queueMicrotask(() => element.dispatchEvent(new Event(name)));
  Object.defineProperties(HTMLMediaElement.prototype, {
    src: {
      get() {
        return sound(this).src;
      },
      set(src) {
        sounds.set(this, { at: 0, since: null, src });
        // A device takes a file in before it plays it.
        if (src) ["loadstart", "loadeddata"].forEach((name) => tell(this, name));
      },
    },
    currentTime: {
      get() {
        return position(sound(this));
      },
      set(at) {
        const it = sound(this);
        Object.assign(it, { at, since: it.since === null ? null : now() });
      },
    },
    paused: {
      get() {
        return sound(this).since === null;
      },
    },
  });
  HTMLMediaElement.prototype.play = function () {
    const it = sound(this);
    if (it.since === null) tell(this, "play");
    it.since ??= now();
    return Promise.resolve();
  };
  HTMLMediaElement.prototype.pause = function () {
    const it = sound(this);
    if (it.since !== null) tell(this, "pause");
    Object.assign(it, { at: position(it), since: null });
  };

  window.__clock = {
    now,
    real: real.now,
    timers: () => timers.size,
    hold,
    flow() {
      if (held === null) return;
      ahead = held - real.now();
      held = null;
      wake();
    },
    async advance(ms) {
      hold();
      const end = held + ms;
      for (let timer = first(end); timer; timer = first(end)) {
        held = Math.max(held, timer.due);
        fire(timer);
        await settle();
      }
      held = end;
      await settle();
    },
    async freeze(ms) {
      hold();
      held += ms;
      const due = [...timers.values()].filter((it) => it.due <= held);
      for (const timer of due.sort((a, b) => a.due - b.due)) {
        if (timers.get(timer.id) === timer) fire(timer);
        await settle();
      }
      await settle();
    },
    wall(ms) {
      shift += ms;
    },
  };
})();
