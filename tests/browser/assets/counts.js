// Counts what a page holds on to and no browser tells: addresses of files, the program's memory, timers.
(() => {
  const addresses = new Set();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (file) => {
    const address = createObjectURL.call(URL, file);
    addresses.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    addresses.delete(address);
    revokeObjectURL.call(URL, address);
  };
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const made = await real.apply(WebAssembly, words);
      const exports = Object.values((made.instance ?? made).exports);
      for (const it of exports) if (it instanceof WebAssembly.Memory) memories.add(it);
      return made;
    };
  }
  window.__counts = () => ({
    files: addresses.size,
    memory: [...memories].reduce((sum, it) => sum + it.buffer.byteLength, 0),
    timers: __clock.timers(),
  });
})();
